import { type Call, type Hook, silence } from './calls.ts';

/** Calls that leave something behind: to die at a read is to die after the last of these. */
const leavesTrace = ({ port, method }: Call): boolean =>
  (port === 'disk' && method !== 'read') ||
  (port === 'repo' && (method === 'push' || method === 'write')) ||
  (port === 'driver' && method === 'perform');

/** Dies at the nth call that leaves a trace: before it has its effect, or right after. */
export function dieAt(
  nth: number,
  when: 'before' | 'after',
  died: () => void,
): { readonly hook: Hook; readonly calls: () => number } {
  let seen = 0;
  const hook: Hook = async (call, proceed) => {
    if (!leavesTrace(call)) return proceed();
    seen += 1;
    if (seen !== nth) return proceed();
    if (when === 'after') await proceed();
    died();
    return silence();
  };
  return { hook, calls: () => seen };
}
