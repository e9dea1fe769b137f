// The other side of the comparison: Ajv, compiled, asked over standard input as the .NET worker is. One line of JSON in, one out.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';

// As the other side judges: formats annotate, and what a draft does not know says nothing.
const options = { strict: false, validateFormats: false, logger: false };
const newAjv = draft => draft === 'draft7' ? new Ajv(options) : new Ajv2020(options);

const rows = new Map();

function load({ row, draft, schema, document }) {
  const parsed = JSON.parse(readFileSync(schema));
  const ajv = newAjv(draft);
  const validate = ajv.compile(parsed);
  const compile = () => {
    ajv.removeSchema(parsed);
    return ajv.compile(parsed);
  };
  const bytes = readFileSync(document);
  rows.set(row, { compile, validate, bytes, instance: JSON.parse(bytes) });
  return { valid: validate(JSON.parse(bytes)) };
}

const actions = {
  whole: ({ validate, bytes }) => () => validate(JSON.parse(bytes)),
  evaluate: ({ validate, instance }) => () => validate(instance),
  compile: ({ compile }) => compile,
};

function measure({ row, what, ms }) {
  const action = actions[what](rows.get(row));
  const end = process.hrtime.bigint() + BigInt(Math.round(ms * 1e6));
  const start = process.hrtime.bigint();
  let count = 0, batch = 1, now;
  do {
    for (let i = 0; i < batch; i++) action();
    count += batch;
    const before = now ?? start;
    now = process.hrtime.bigint();
    if (now - before < 200_000n) batch *= 2;
  } while (now < end);
  return { perSecond: count / (Number(now - start) / 1e9) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let answer;
  try {
    answer = asked.what === 'load' ? load(asked) : measure(asked);
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
