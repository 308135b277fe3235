#!/usr/bin/env node
import { codeOf } from '../adapters/error-code.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

// Whoever reads our output may have read enough (`| head`): then there is nobody left to tell anything.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (codeOf(error) !== 'EPIPE') throw error;
    process.exit();
  });
}

const code = await runProgram(process.argv.slice(2), processTerminal());
// Some commands set their exit code themselves.
if (code !== 0) process.exitCode = code;
