/** `npm run test:long`: more of the same, for hours in which nobody waits. */
export const isLong = process.env.NANOMETAL_TEST === 'long';
