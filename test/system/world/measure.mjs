// Loaded into a child before its program (`node --import`): counts what only the process itself can see, and writes it
// as one JSON file each time it is asked to by SIGUSR2, and at its end. NANOMETAL_MEASURE names the file.
import { subscribe } from 'node:diagnostics_channel';
import { renameSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const file = process.env.NANOMETAL_MEASURE;
// Children of this process are no matter of the test.
delete process.env.NANOMETAL_MEASURE;
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

// Requests that this process served, by port and method.
const served = {};
subscribe('http.server.request.start', ({ request }) => {
  const key = `${request.socket.localPort} ${request.method}`;
  served[key] = (served[key] ?? 0) + 1;
});

function write() {
  // A histogram without a single sample says 0 for the mean and a huge number for the least, never for the largest.
  const lagMs = Math.max(0, delay.max / 1e6 - 10);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  writeFileSync(`${file}.new`, JSON.stringify({ peakMiB, lagMs, served }));
  renameSync(`${file}.new`, file);
  delay.reset();
}

// A program that is being loaded blocks its loop and holds up nobody: what counts begins when it says that it began.
const print = process.stderr.write;
process.stderr.write = function (...args) {
  if (String(args[0]).includes('"event":"started"')) {
    delay.reset();
    process.stderr.write = print;
  }
  return print.apply(this, args);
};

process.on('SIGUSR2', write);
process.on('exit', write);
