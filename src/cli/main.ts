#!/usr/bin/env node
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const code = await runProgram(process.argv.slice(2), processTerminal());
// Not over the one that an output sets which cannot be written.
if (code !== 0) process.exitCode = code;
