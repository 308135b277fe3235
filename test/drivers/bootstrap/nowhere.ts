import { systemClock } from '../../../src/adapters/clock.ts';
import type { DriverPorts } from '../../../src/ports/driver.ts';
import { openTestBook } from '../../redfish/login-book.ts';

/** A driver that renders talks to nobody: each call is a failure. */
export const nowhere: DriverPorts = {
  http: {
    request: async () => {
      throw new Error('a rendering sends nothing');
    },
  },
  secrets: {
    credentials: async () => {
      throw new Error('a rendering asks for no credentials');
    },
  },
  clock: systemClock,
  loginBook: await openTestBook(systemClock),
};
