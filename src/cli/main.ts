#!/usr/bin/env node
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const code = await runProgram(process.argv.slice(2), processTerminal());
// Some commands set their exit code themselves.
if (code !== 0) process.exitCode = code;
