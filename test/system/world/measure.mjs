// Loaded into a child before its program (`node --import`): counts what only the process itself can see, and writes it
// as one JSON file each time it is asked to by SIGUSR2, and at its end. NANOMETAL_MEASURE names the file.
import { subscribe } from 'node:diagnostics_channel';
import { renameSync, writeFileSync } from 'node:fs';

const file = process.env.NANOMETAL_MEASURE;
// Children of this process are no matter of the test.
delete process.env.NANOMETAL_MEASURE;

/**
 * How long the loop was held up by the process itself: of the time by which a tick came too late, what the process was
 * computing. The rest is the machine's, which has others to serve.
 */
const tickMs = 5;
let lagMs = 0;
let last = performance.now();
let used = process.cpuUsage();
const begin = () => {
  lagMs = 0;
  last = performance.now();
  used = process.cpuUsage();
};
setInterval(() => {
  const { user, system } = process.cpuUsage(used);
  const late = performance.now() - last - tickMs;
  lagMs = Math.max(lagMs, Math.min(late, (user + system) / 1000));
  last = performance.now();
  used = process.cpuUsage();
}, tickMs).unref();

// Requests that this process served, by port and method.
const served = {};
subscribe('http.server.request.start', ({ request }) => {
  const key = `${request.socket.localPort} ${request.method}`;
  served[key] = (served[key] ?? 0) + 1;
});

function write() {
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  writeFileSync(`${file}.new`, JSON.stringify({ peakMiB, lagMs, served }));
  renameSync(`${file}.new`, file);
  begin();
}

// A program that is being loaded blocks its loop and holds up nobody: what counts begins when it says that it began.
const print = process.stderr.write;
process.stderr.write = function (...args) {
  if (String(args[0]).includes('"event":"started"')) {
    begin();
    process.stderr.write = print;
  }
  return print.apply(this, args);
};

process.on('SIGUSR2', write);
process.on('exit', write);
