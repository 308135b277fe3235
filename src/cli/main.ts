#!/usr/bin/env node
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

/** As Node ends a program that waits for something that never comes. */
const unfinished = 13;
process.exitCode = unfinished;
// No `await` at the top of the file: the single executable is CommonJS, which has none.
void runProgram(process.argv.slice(2), processTerminal()).then((code) => {
  // Not over the one that an output sets which cannot be written.
  if (code !== 0 || process.exitCode === unfinished) process.exitCode = code;
});
