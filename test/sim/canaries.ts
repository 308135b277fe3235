// Code in text: its placeholders are its own.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: see above

/**
 * Bugs that somebody could write, each planted into a copy of the program: a proof that never fails proves nothing. Every
 * one of them has to be caught within `seeds` runs by the checker of its law alone.
 */
export interface Canary {
  readonly name: string;
  readonly law: number;
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** Below src. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

export const canaries: readonly Canary[] = [
  {
    name: 'the intent is not pushed',
    law: 1,
    edits: [
      {
        file: 'reconciler/record.ts',
        find: 'const told = await publish(tools, next, await statusOf(tools, next, plan), message);',
        replace: 'const told = { known: next, isSaid: true };',
      },
    ],
  },
  {
    name: 'the fsync of SENT is not waited for',
    law: 2,
    edits: [
      {
        file: 'reconciler/execute.ts',
        find: "await journal.append([{ kind: 'SENT'",
        replace: "void journal.append([{ kind: 'SENT'",
      },
    ],
  },
  {
    name: 'a POST is tried again',
    law: 2,
    edits: [
      {
        file: 'redfish/client.ts',
        find: 'const outcome = await this.#wire({ ...mutation, headers, limits: this.#limits.write }, signal);',
        replace: `let outcome = await this.#wire({ ...mutation, headers, limits: this.#limits.write }, signal);
          if (outcome.kind === 'failed') outcome = await this.#wire({ ...mutation, headers, limits: this.#limits.write }, signal);`,
      },
    ],
  },
  {
    name: 'what was sent before a crash is sent again',
    law: 2,
    edits: [
      {
        file: 'reconciler/resume.ts',
        find: 'if (!entry.sent && entry.bootId === bootId) return open;',
        replace: 'if (entry.outcome === null) return open;',
      },
      // Else the assertion that stays on ends the process before anything leaves.
      {
        file: 'reconciler/resume.ts',
        find: 'tools.sentGrants.add(entry.open.grant);',
        replace: 'continue;',
      },
    ],
  },
  {
    name: 'a missing status is taken for a new facility',
    law: 3,
    edits: [
      {
        file: 'reconciler/refresh.ts',
        find: 'const begins = known.begins || forced || !(await remembersLast(tools, known));',
        replace: 'const begins = forced;',
      },
    ],
  },
  {
    name: 'the head is read every ten minutes, and not again before anything is sent',
    law: 4,
    edits: [
      {
        file: 'reconciler/refresh.ts',
        find: 'now - before.fetchedAt < fetchPaceMs(before, settings)',
        replace: 'now - before.fetchedAt < 600_000',
      },
      {
        file: 'reconciler/run.ts',
        find: 'if (known && clock.monotonic() - slept < waitMs)',
        replace: 'if (false)',
      },
      {
        file: 'reconciler/read.ts',
        find: "if (head === known.head) return { kind: 'stands' };",
        replace: "return { kind: 'stands' };",
      },
    ],
  },
  {
    name: 'a rewritten main is taken for the old one',
    law: 4,
    edits: [
      {
        file: 'reconciler/read.ts',
        find: 'const forced = last !== undefined && !(await fleetRepo.isAncestor(last, head));',
        replace: 'const forced = false;',
      },
    ],
  },
  {
    name: 'a takeover does not raise the epoch',
    law: 5,
    edits: [
      {
        file: 'reconciler/lease.ts',
        find: 'const taken = lease !== null && !mine && !lease.released;',
        replace: 'const taken = false;',
      },
    ],
  },
  {
    name: 'what a crash swallowed counts as failed',
    law: 6,
    edits: [
      {
        file: 'diff/resolve.ts',
        find: 'open.interrupted &&',
        replace: 'false &&',
      },
    ],
  },
  {
    name: 'nobody asks who answers',
    law: 7,
    edits: [
      {
        file: 'diff/identity.ts',
        find: 'return agreeing.length >= 2 &&',
        replace: 'return true || agreeing.length >= 2 &&',
      },
    ],
  },
  {
    name: 'one field of the identity is enough',
    law: 7,
    edits: [
      {
        file: 'diff/identity.ts',
        find: 'return agreeing.length >= 2 && differing.length === 0 &&',
        replace: 'return agreeing.length >= 1 &&',
      },
    ],
  },
  {
    name: 'tasks of the BMC are of no interest',
    law: 8,
    edits: [
      {
        file: 'drivers/infrastructure/redfish/observe.ts',
        find: 'tasks: tasks.value,',
        replace: 'tasks: [],',
      },
    ],
  },
  {
    name: 'a disruptive request takes its place only with its second step',
    law: 9,
    edits: [
      {
        file: 'diff/budget.ts',
        find: '(isDisruptive(known.open.args.verb) || (request && disrupts(request, fleet)))',
        replace: 'isDisruptive(known.open.args.verb)',
      },
    ],
  },
  {
    name: 'any number of disruptions at one time',
    law: 9,
    edits: [
      {
        file: 'diff/budget.ts',
        find: 'newly.length > 0 && disrupted.size + newly.length > maxConcurrent',
        replace: 'newly.length > maxConcurrent + 100',
      },
    ],
  },
  {
    name: 'a BIOS key that nobody declared is written along',
    law: 10,
    edits: [
      {
        file: 'diff/steps.ts',
        find: "{ verb: 'SetBios', attributes: wanted },",
        replace: "{ verb: 'SetBios', attributes: { ...wanted, QuietBoot: false } },",
      },
    ],
  },
  {
    name: 'the time stands in the status',
    law: 11,
    edits: [
      {
        file: 'reconciler/tell.ts',
        find: "'status lives in the fleet repo; confine",
        replace: "`${tools.clock.now()} ` + 'status lives in the fleet repo; confine",
      },
    ],
  },
  {
    name: 'a reset is believed without evidence',
    law: 12,
    edits: [
      {
        file: 'diff/resolve.ts',
        find: ": none('the machine has not been reset');",
        replace: ": effect('it was asked to');",
      },
    ],
  },
  {
    name: 'a refused password is told',
    law: 13,
    edits: [
      {
        file: 'redfish/session.ts',
        find: '`the login of ${username} was refused',
        replace: '`the login of ${username} ${password.reveal()} was refused',
      },
    ],
  },
  {
    name: 'a refused login is tried again and again',
    law: 14,
    edits: [
      {
        file: 'redfish/doorman.ts',
        find: '.filter(({ at }) => now - at < this.#refusalMs);',
        replace: '.filter(({ at }) => at < 0 && now - at < this.#refusalMs);',
      },
    ],
  },
  {
    name: 'a process forgets what the one before it was refused',
    law: 14,
    edits: [
      {
        file: 'adapters/login-book.ts',
        find: 'const lines = bytes === null ? [] : readLoginLines(bytes);',
        replace: 'const lines = bytes === null ? [] : readLoginLines(bytes).slice(0, 0);',
      },
    ],
  },
  {
    name: 'a grant that no one can foresee',
    law: 15,
    edits: [
      {
        file: 'diff/digest.ts',
        find: 'return digestOf([facility, machine, args.verb,',
        replace: 'return digestOf([Math.random(), facility, machine, args.verb,',
      },
    ],
  },
  {
    name: 'work is handed out before SENT is on disk',
    law: 2,
    edits: [
      {
        file: 'reconciler/claim.ts',
        find: "await journal.append([{ kind: 'SENT', machine: action.machine, grant, attempt, caller: claim.caller }]);",
        replace: '',
      },
    ],
  },
  {
    name: 'the head is read every ten minutes, and not again before work is handed out',
    law: 4,
    edits: [
      {
        file: 'reconciler/refresh.ts',
        find: 'now - before.fetchedAt < fetchPaceMs(before, settings)',
        replace: 'now - before.fetchedAt < 600_000',
      },
      {
        file: 'reconciler/run.ts',
        find: 'if (known && clock.monotonic() - slept < waitMs)',
        replace: 'if (false)',
      },
      {
        file: 'reconciler/claim.ts',
        find: 'const stands = await stillStands(tools, known, accepted);',
        replace: "const stands = { kind: 'stands', message: '' };",
      },
    ],
  },
  {
    name: 'any token is as good as another',
    law: 7,
    edits: [
      {
        file: 'boot/desk.ts',
        find: 'const seat = token === undefined ? undefined : this.#tokens.get(token);',
        replace: 'const seat = this.#tokens.get(token) ?? [...this.#seats.values()][0];',
      },
    ],
  },
  {
    name: 'the first disk is taken for the one that is meant',
    law: 10,
    edits: [
      {
        file: 'reconciler/claim.ts',
        find: 'const started = await claim.hand(item);',
        replace: `const first = { by: 'serial', value: claim.caller.disks[0].serial };
  const started = await claim.hand(item.verb === 'Install' ? { ...item, disk: first } : item);`,
      },
    ],
  },
  {
    name: 'the agent is told to leave with our medium in',
    law: 8,
    edits: [
      {
        file: 'diff/pulled-steps.ts',
        find: 'if (!isIsoNext && !work.iso) return isOut ? next : null;',
        replace: 'if (!isIsoNext && !work.iso) return next;',
      },
    ],
  },
  {
    name: 'an agent that is silent has done its work',
    law: 12,
    edits: [
      {
        file: 'diff/resolve.ts',
        find: "return { kind: 'unfinished', message: `the agent was not heard for ${minutes(open.patienceMs)}`, ...disk };",
        replace: "return { kind: 'done', evidence: 'it has had time enough' };",
      },
    ],
  },
  {
    name: 'a machine that is on takes connections',
    law: 12,
    edits: [
      {
        file: 'diff/ready.ts',
        find: "const listens = ready?.kind === 'tcp' ? listensOn(ready, ground) : null;",
        replace:
          "const listens = ready?.kind === 'tcp' ? { address: ready.addresses[0] ?? '', port: ready.port } : null;",
      },
    ],
  },
];
