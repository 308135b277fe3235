import type { Events } from '../../ports/events.ts';

/** Every listener hears every event, in the order given. */
export const fanOut = (...listeners: readonly Events[]): Events => ({
  emit(event) {
    for (const listener of listeners) listener.emit(event);
  },
});
