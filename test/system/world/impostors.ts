import type { RequestListener } from 'node:http';

const gigabyte = 1024 ** 3;

/** An answer that grows until somebody hangs up, or a gigabyte is through. `sent` says how much was asked for in all. */
export function endlessAnswer(): { readonly listener: RequestListener; readonly sent: () => number } {
  const chunk = Buffer.alloc(256 * 1024, 'x');
  let sent = 0;
  return {
    sent: () => sent,
    listener: (_, response) => {
      let left = gigabyte;
      response.writeHead(200, { 'content-type': 'application/json' });
      const go = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= chunk.length;
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', go);
        }
        response.end();
      };
      response.on('error', () => undefined);
      go();
    },
  };
}

/** To itself, by another way each time. */
export const redirectLoop: RequestListener = (request, response) => {
  const turn = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('turn')) + 1;
  response.writeHead(302, { location: `/redfish/v1/?turn=${turn}` }).end();
};

/** Promises more than it gives, and hangs up. */
export const truncatedAnswer: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
  response.write('{ "@odata.id": "/redfish/v1/", "Systems": { "@odata.id": "/redf', () => response.destroy());
};
