import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox.ts';
import { LINE_IDS } from './vocabulary.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    db: { type: 'string', default: ':memory:' },
    speed: { type: 'string' },
    seed: { type: 'string' },
    dialects: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});

const sandbox = await startSandbox({
  port: Number(values.port),
  database: values.db,
  dialects: values.dialects,
  ...(values.speed === undefined ? {} : { speed: Number(values.speed) }),
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  ...(values.quiet ? {} : { log: (line) => console.log(line) }),
});

const { dialects: served } = sandbox;
const dialects = served
  ? `
dialects          https 127.0.0.1:${served.port}, http 127.0.0.1:${served.plainPort}
as                ${[...served.hosts, ...served.plainHosts].join(', ')}`
  : '';

console.log(`Sandbox carrier   ${sandbox.url}
base URL          ${sandbox.baseUrl}
access token      ${sandbox.demo.token}
sign-in           ${sandbox.demo.user} / ${sandbox.demo.password}
lines             ${LINE_IDS.join(', ')}
control key       ${sandbox.controlKey}
other origin      ${sandbox.otherOrigin.url}${dialects}
Ctrl+C stops it.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close();
  });
}
