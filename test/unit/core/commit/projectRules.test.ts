import assert from 'node:assert/strict';
import { commitlintInPackage, noRules, readRules, templateText } from '../../../../src/core/commit/projectRules';

const read = (text: string) => readRules({ path: 'commitlint', text }, undefined);

describe('the rules of commitlint', () => {
  const forms: Readonly<Record<string, string>> = {
    JSON: '{"rules": {"type-enum": [2, "always", ["feat", "mend"]], "header-max-length": [2, "always", 60]}}',
    JavaScript:
      "module.exports = {\n  rules: {\n    'type-enum': [\n      2,\n      'always',\n      ['feat', 'mend'],\n    ],\n    'header-max-length': [1, 'always', 60],\n  },\n};",
    'YAML in one line': 'rules:\n  type-enum: [2, always, [feat, mend]]\n  header-max-length: [2, always, 60]\n',
    'YAML in lists':
      'rules:\n  type-enum:\n    - 2\n    - always\n    - - feat\n      - mend\n  header-max-length:\n    - 2\n    - always\n    - 60\n  scope-enum:\n    - 2\n',
    'YAML with wide lists':
      'rules:\n  type-enum:\n    -   2\n    -   always  \n    -   -   feat  \n        -   mend  \n  header-max-length:\n    -   2\n    -   always  \n    -   60\n',
    'YAML with a list in brackets':
      'rules:\n  type-enum:\n    - 2\n    - always\n    - [feat, mend]\n  header-max-length:\n    - 2\n    - always\n    - 60\n',
  };
  for (const [form, text] of Object.entries(forms)) {
    it(`are read from ${form}`, () => {
      assert.deepEqual(read(text).types, ['feat', 'mend']);
      assert.equal(read(text).headerLimit, 60);
    });
  }

  it('are those of the shared configuration it extends, unless it says otherwise', () => {
    const extending = read("export default { extends: ['@commitlint/config-conventional'] };");
    assert.ok(extending.types.includes('feat') && extending.types.includes('revert'));
    assert.equal(extending.headerLimit, 100);
    assert.equal(
      read('{"extends":["@commitlint/config-conventional"],"rules":{"header-max-length":[2,"always",72]}}').headerLimit,
      72,
    );
  });

  it('do not count where they are switched off', () => {
    const off = read('{"rules":{"type-enum":[0,"always",["feat"]],"header-max-length":[0,"always",20]}}');
    assert.deepEqual(off.types, []);
    assert.equal(off.headerLimit, undefined);
  });

  it('do not count where they are switched off in lists of YAML', () => {
    const off =
      'rules:\n  type-enum:\n    - 0\n    - always\n    - [feat]\n  header-max-length:\n    - 0\n    - always\n    - 60\n';
    assert.deepEqual([read(off).types, read(off).headerLimit], [[], undefined]);
    assert.deepEqual(
      [read(off.replaceAll('- 0', '- 1')).types, read(off.replaceAll('- 0', '- 1')).headerLimit],
      [['feat'], 60],
    );
  });

  const limits: readonly (readonly [text: string, limit: number | undefined])[] = [
    ["'header-max-length': [2, 'always', 100]", 100],
    ['"header-max-length" : [2,"always",60]', 60],
    ["header-max-length:\n  - 2\n  - 'always'\n  - 60\n", 60],
    ['header-max-length: [2, always, 7]', undefined],
    ['header-max-length: [2, always, 1000]', undefined],
    ['header-max-length: [2, never, 60]', undefined],
    ['header-max-length: 60', undefined],
    ['body-max-length: [2, always, 60]', undefined],
    ["'header-max-length': [2, 'always' , 60]", 60],
    ['header-max-length: 0\nsubject-case: [2, always, 50]', undefined],
    ["'header-max-length': [2, 'always', longest], 'body-max-line-length': [2, 'always', 90]", undefined],
    ["'header-max-length': [2, 'never', 60], 'body-max-line-length': [2, 'always', 90]", undefined],
    ["'header-max-length': [\r\n2,\r\n'always',\r\n60\r\n]", 60],
    ['', undefined],
  ];
  for (const [text, limit] of limits) {
    it(`have a limit of ${limit ?? 'no'} characters: ${JSON.stringify(text)}`, () =>
      assert.equal(read(text).headerLimit, limit));
  }

  it('may have types with strokes, in quotes or without', () => {
    const types = ['feat', 'my-type', 'T2'];
    assert.deepEqual(read(`type-enum: [2, always, ["feat", 'my-type', T2]]`).types, types);
    assert.deepEqual(read(`type-enum:\n  - 2\n  - always\n  - - "feat"\n    - 'my-type'\n    - T2`).types, types);
    assert.deepEqual(read('type-enum: [2, never, [feat]]').types, []);
  });

  it('have no types of another rule', () => {
    const scopes = "'scope-enum': [2, 'always', ['chat', 'api']]";
    for (const rule of ["[2, 'always', Object.keys(types)]", "[2, 'never', ['wip']]", '0', "'off'"]) {
      assert.deepEqual(read(`'type-enum': ${rule},\n${scopes}`).types, [], rule);
    }
    assert.deepEqual(read(`${scopes},\n'type-enum': [2, 'always', ['feat']]`).types, ['feat']);
  });

  it('may have comments, and the line ends of Windows', () => {
    const script =
      "'type-enum': [\n  2,\n  'always', // the list [of all]:\n  [\n    'feat', // a new feature\n    // 'old',\n    'mend',\n  ],\n]";
    const yaml =
      'type-enum:\n  - 2\n  - always # these alone\n  - - feat # a new feature\n    - mend\nheader-max-length: # short\n  - 2\n  - always\n  - 60\n';
    for (const text of [script, yaml]) {
      assert.deepEqual(read(text).types, ['feat', 'mend']);
      assert.deepEqual(read(text.replaceAll('\n', '\r\n')).types, ['feat', 'mend']);
    }
    assert.equal(read(yaml.replaceAll('\n', '\r\n')).headerLimit, 60);
  });

  it('of Angular have the usual types, and a name that only begins alike says nothing', () => {
    const { types, headerLimit } = read('extends: ["@commitlint/config-angular"]');
    assert.deepEqual(
      [types.length, types.includes('tests'), types.includes('test'), headerLimit],
      [11, false, true, 100],
    );
    assert.deepEqual(read('extends: ["config-conventional2"]').types, []);
  });

  it('go along as texts', () => {
    const file = { path: '.commitlintrc', text: 'x' };
    const template = { path: '.gitmessage', text: 'Why?' };
    assert.deepEqual(readRules(file, template), { headerLimit: undefined, types: [], commitlint: file, template });
    assert.deepEqual(readRules(undefined, undefined), noRules);
  });

  it('are taken out of package.json, which may be broken', () => {
    assert.equal(commitlintInPackage('{"commitlint":{"a":1}}'), '{\n  "a": 1\n}');
    for (const odd of ['null', '5', '"commitlint"']) assert.equal(commitlintInPackage(odd), undefined);
    assert.match(commitlintInPackage('{"commitlint":{"extends":["x"]}}') ?? '', /"extends"/);
    assert.equal(commitlintInPackage('{"name":"a"}'), undefined);
    assert.equal(commitlintInPackage('{"name":'), undefined);
  });
});

describe('a template for messages', () => {
  it('is what VS Code shows of it: without its comments', () => {
    assert.equal(templateText('# Why?\nTicket:\n\n  # indented\nWhy:\n'), 'Ticket:\nWhy:');
    assert.equal(templateText('\nTicket: #\n# a\n\nWhy: a # b\n#'), 'Ticket: #\n\nWhy: a # b');
  });

  it('says nothing if it is empty', () => {
    assert.equal(readRules(undefined, { path: '.gitmessage', text: ' \n' }).template, undefined);
  });
});
