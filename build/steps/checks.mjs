import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The checks that read the sources without running them: name and command, each one pass or failure. */
export function staticChecks(root) {
  const bin = (path) => join(root, 'node_modules', path);
  return [
    {
      name: 'format and lint, import directions included',
      script: bin('@biomejs/biome/bin/biome'),
      arguments: ['check', '--config-path=build/lint.json', '--error-on-warnings', '.'],
    },
    {
      name: 'types, node program',
      script: bin('typescript/bin/tsc'),
      arguments: ['-p', 'build/tsconfig.node.json'],
    },
    {
      name: 'types, web program',
      script: bin('typescript/bin/tsc'),
      arguments: ['-p', 'build/tsconfig.web.json'],
    },
    {
      name: 'dead code',
      script: bin('knip/bin/knip.js'),
      arguments: ['--config', 'build/knip.json', '--no-progress'],
    },
  ];
}

/** Runs one check; its output is shown only when it fails. @returns true when it passed */
export function runCheck(root, node, { script, arguments: given }) {
  const result = spawnSync(node, [script, ...given], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (result.status === 0) return true;
  process.stdout.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`);
  return false;
}
