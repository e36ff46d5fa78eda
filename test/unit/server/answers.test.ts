import assert from 'node:assert/strict';
import { transformSync } from 'esbuild';
import { pictureSizeOf } from '../../../src/core/attachments/pictureSize';
import { ask, model, once, withServer } from './harness';

const system_instruction = 'Answer with only the replacement code in one fenced code block.';

const selected = `  function totalOf(items) {
    var total = 0;
    var count = items.length;
    for (var i = 0; i < count; i++) total += items[i].price;
    return total;
  }`;

function edit(instruction: string, code = selected, language = 'javascript'): string {
  return `${instruction}\n\nFile: src/cart.js\nSelection:\n\`\`\`${language}\n${code}\n\`\`\`\n`;
}

/** The code of an answer that is one fenced block and nothing else. */
function codeOf(answer: string): string {
  const [, code] = /^`{3,}\w*\n([\s\S]*)\n`{3,}$/.exec(answer) ?? [];
  assert.ok(code !== undefined, answer);
  return code;
}

describe('local server: what it answers', () => {
  it(
    'an explanation names the file, its language, its length and its functions',
    withServer(async (_, ai) => {
      const code =
        "import fs from 'node:fs';\n\nexport async function load(path: string) {\n  return fs;\n}\nclass Cart {\n  add(item: Item, count = 1) {\n  }\n}";
      const { text } = await ask(ai, `Explain this code.\n\nsrc/shop/cart.ts\n\`\`\`ts\n${code}\n\`\`\``);
      assert.match(text, /`src\/shop\/cart\.ts` is 9 lines of TypeScript\./);
      assert.match(text, /\| `load` \| function \| 3 \| `path` \|/);
      assert.match(text, /\| `add` \| function \| 7 \| `item`, `count` \|/);
      assert.match(text, /the class `Cart`/);
      assert.match(text, /depends on `node:fs`/);
    }),
  );

  it(
    'an explanation asked for later finds the code of the turn before',
    withServer(async (_, ai) => {
      const first = await ask(ai, 'Here:\n```py\ndef f(a):\n    return a\n```');
      const { text } = await ask(ai, 'Please explain it again', { previous_interaction_id: first.id });
      assert.match(text, /2 lines of Python/);
      assert.match(text, /`f`/);
    }),
  );

  it(
    'an explanation of a part of a file counts lines as the file does',
    withServer(async (_, ai) => {
      const { text } = await ask(ai, 'lib/a.py, lines 40-41:\n```python\ndef f(a):\n    return a\n```\nExplain this.');
      assert.match(text, /`lib\/a\.py` is 2 lines of Python, from line 40 to 41\./);
      assert.match(text, /\| `f` \| function \| 40 \|/);
      assert.match(text, /```python\ndef f\(a\):\n {4}return a\n```/);
    }),
  );

  it(
    'an edit is of the selection, not of what stands around it',
    withServer(async (_, ai) => {
      const around = (label: string, code: string) => `${label}:\n\`\`\`typescript\n${code}\n\`\`\`\n`;
      const prompt = [
        around('Before the selection in src/a.ts', 'const before = a;'),
        around('After the selection', 'const after = a;'),
        around('The selection', 'const selected = a;'),
        'What to do: rename a to b',
      ].join('');
      const { text } = await ask(ai, prompt, { system_instruction });
      assert.equal(codeOf(text), 'const selected = b;');
    }),
  );

  it(
    'a rename changes whole words only',
    withServer(async (_, ai) => {
      const { text } = await ask(ai, edit('rename total to sum'), { system_instruction });
      const code = codeOf(text);
      assert.match(code, /var sum = 0;/);
      assert.match(code, /function totalOf/);
      assert.doesNotMatch(code, /\btotal\b/);
    }),
  );

  it(
    'var becomes const, or let where it is assigned again',
    withServer(async (_, ai) => {
      const code = codeOf((await ask(ai, edit('use const instead of var'), { system_instruction })).text);
      assert.match(code, /let total = 0/);
      assert.match(code, /const count = items\.length/);
      assert.match(code, /for \(let i = 0/);
    }),
  );

  it(
    'a comment lands over the first function, at its indentation',
    withServer(async (_, ai) => {
      const code = codeOf((await ask(ai, edit('Add a doc comment'), { system_instruction })).text);
      assert.equal(code, `  /** Total of, given items. */\n${selected}`);
      const python = edit('add comments', 'def load(path):\n    return 1', 'python');
      const commented = codeOf((await ask(ai, python, { system_instruction })).text);
      assert.equal(commented, '# Load, given path.\ndef load(path):\n    return 1');
    }),
  );

  it(
    'a declaration that has its comment is not given another',
    withServer(async (_, ai) => {
      const code = '/** One. */\nfunction one() {}\nfunction two() {}';
      const { text } = await ask(ai, edit('Improve the names', code), { system_instruction });
      assert.equal(codeOf(text), '/** One. */\nfunction one() {}\n/** Two. */\nfunction two() {}');
    }),
  );

  it(
    'JSON stays JSON',
    withServer(async (_, ai) => {
      const { text } = await ask(ai, edit('Simplify', '{"a":[1,2]}', 'json'), { system_instruction });
      assert.deepEqual(JSON.parse(codeOf(text)), { a: [1, 2] });
    }),
  );

  it(
    'every edit of JavaScript still parses and differs from what was selected',
    withServer(async (_, ai) => {
      for (const instruction of ['rename items to rows', 'make it better', 'use const', 'document this', 'modernise']) {
        const code = codeOf((await ask(ai, edit(instruction), { system_instruction })).text);
        assert.notEqual(code, selected, instruction);
        transformSync(code, { loader: 'js' });
      }
    }),
  );

  it(
    'code with fences inside is fenced safely',
    withServer(async (_, ai) => {
      const prompt = 'rename a to b\nSelection:\n````md\n```js\na\n```\n````\n';
      const { text } = await ask(ai, prompt, { system_instruction });
      assert.equal(text, '````markdown\n```js\nb\n```\n````');
    }),
  );

  it(
    'a commit message for a diff',
    withServer(async (_, ai) => {
      const diff =
        'diff --git a/src/a.ts b/src/a.ts\n--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1,2 @@\n-old\n+new\n+more\n';
      const { text } = await ask(ai, diff, { system_instruction: 'Write a commit message.' });
      assert.equal(text, 'Change a.ts\n\n- src/a.ts\n\n2 lines added, 1 removed.');
    }),
  );

  it(
    'a commit message in the style that is asked for',
    withServer(async (_, ai) => {
      const style = [
        'The style:',
        '- Form: `type(scope): summary`. Types used: feat, fix. Scopes used: chat, panel.',
        '- Begin the subject with `SHOP-1`.',
        '- The summary begins with a small letter.',
        '- No body: the subject alone.',
      ].join('\n');
      const { text } = await ask(ai, `${style}\nAll changed files:\nadded src/a.png (binary)`, {
        system_instruction: 'You write the commit message.',
      });
      assert.equal(text, 'SHOP-1 feat(chat): add to a.png');
    }),
  );

  it(
    'a corrected command, and what happened in a terminal',
    withServer(async (_, ai) => {
      const system_instruction = 'Answer with the corrected terminal command in one fenced code block.';
      const failed =
        'The command:\n```\nls nowhere\n```\nThe end of its output:\n```\nls: No such file or directory\n```';
      assert.match((await ask(ai, failed, { system_instruction })).text, /^```sh\nls -la\n```\n\nLists what/);
      const { text } = await ask(ai, 'Explain this output of a terminal.\n\n```text\nfatal: not a git repository\n```');
      assert.match(text, /1 line of output from a terminal[\s\S]*- `fatal: not a git repository`/);
    }),
  );

  it(
    'JSON that fits the schema asked for',
    withServer(async (_, ai) => {
      const properties = { title: { type: 'string' }, tags: { type: 'array', items: { enum: ['x', 'y'] } } };
      const response_format = {
        type: 'text' as const,
        mime_type: 'application/json' as const,
        schema: { type: 'object', properties },
      };
      const { output_text } = await ai.interactions.create({ model, input: 'Name it', response_format }, once);
      assert.deepEqual(JSON.parse(output_text ?? ''), { title: 'Name it', tags: ['x'] });
    }),
  );

  it(
    'JSON that fits a schema with references, choices and tuples, and that leads back to itself',
    withServer(async (_, ai) => {
      const properties = {
        root: { $ref: '#/$defs/node' },
        size: { anyOf: [{ type: 'number', minimum: 3 }, { type: 'null' }] },
        place: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'boolean' }], minItems: 2, maxItems: 2 },
        pair: { type: 'array', items: { type: 'string', maxLength: 4 }, minItems: 2 },
      };
      const node = {
        type: 'object',
        properties: { name: { type: 'string', minLength: 9 }, next: { $ref: '#/$defs/node' } },
        required: ['name', 'extra'],
      };
      const schema = { type: 'object', properties, required: ['root'], $defs: { node } };
      const response_format = { type: 'text' as const, mime_type: 'application/json' as const, schema };
      const { output_text } = await ai.interactions.create({ model, input: 'Name it', response_format }, once);
      assert.deepEqual(JSON.parse(output_text ?? ''), {
        root: { name: 'Name it..', extra: 'Name it' },
        size: 3,
        place: [1, true],
        pair: ['Name', 'Name'],
      });
    }),
  );

  it(
    'a picture where the format asks for one',
    withServer(async (_, ai) => {
      const image = { type: 'image' as const, aspect_ratio: '16:9', image_size: '512', delivery: 'inline' };
      const asked = {
        model: 'gemini-nano-banana-2.1',
        input: 'A kiosk\n\nMake 2 different images.',
        response_format: [{ type: 'text' as const }, image],
      };
      const { steps } = await ai.interactions.create(asked, once);
      const output = steps?.find((step) => step.type === 'model_output');
      assert.deepEqual(
        output?.content?.map(({ type }) => type),
        ['text', 'image', 'image'],
      );
      const [, picture] = output?.content ?? [];
      const data = picture?.type === 'image' ? picture.data : undefined;
      assert.deepEqual(pictureSizeOf(Buffer.from(data ?? '', 'base64')), { width: 512, height: 288 });
    }),
  );

  it(
    'code, tables, lists and length on demand',
    withServer(async (_, ai) => {
      assert.match((await ask(ai, 'write a function')).text, /```typescript\n/);
      assert.match((await ask(ai, 'a table please')).text, /\| :--- \|/);
      assert.match((await ask(ai, 'a checklist')).text, /^ {5}- its callers$/m);
      assert.ok((await ask(ai, 'a long story')).text.length > 4000);
    }),
  );

  it(
    'the same to the same question',
    withServer(async (_, ai) => {
      assert.equal((await ask(ai, 'hello there')).text, (await ask(ai, 'hello there')).text);
    }),
  );
});
