import type { Changes } from './fleet-repo.ts';

/** A policy with room for everything: one that waits for evidence in vain must not use up the budget of all others. */
export const roomy = (): Changes => ({
  'fleet.yaml':
    'apiVersion: nanometal/v1alpha1\nkind: Fleet\nmetadata: { name: ams1 }\nspec: { policy: { maxPerCommit: 100 } }\n',
  'facilities/ams1/facility.yaml': `apiVersion: nanometal/v1alpha1
kind: Facility
metadata: { name: ams1 }
spec:
  ranges: { bmc: [127.0.0.0/8] }
  policy: { maxConcurrent: 100, powerOnPace: 500ms, gracefulShutdown: 30s }
`,
});
