// Runs one command as the installed program would, from the build that NANOMETAL_DIST names.
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';

const name = process.argv[2];
const file = pathToFileURL(`${process.env.NANOMETAL_DIST}/cli/commands/${name}.js`);
const module = await import(file.href);
await new Command('nanometal').addCommand(module[`${name}Command`]).parseAsync(process.argv);
