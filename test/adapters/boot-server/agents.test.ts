import { describe, test } from 'vitest';
import { agentsCases } from '../../../src/conformance/index.ts';
import { openGround } from './ground.ts';

describe('the boot server keeps the promises of its port', () => {
  test.each(agentsCases(() => openGround()))('$name', ({ run }) => run());
});
