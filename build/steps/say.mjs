/** One plain line for the person. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A failure that is explained by its message alone; anything else is a bug and keeps its stack. */
export class SetUpError extends Error {}

/** Runs a script's main function and turns a failure into an exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof SetUpError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
