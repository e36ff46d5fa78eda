import assert from 'node:assert/strict';
import { commitlintInPackage, readRules, templateText } from '../../../../src/core/commit/projectRules';

const read = (text: string) => readRules({ path: 'commitlint', text }, undefined);

describe('the rules of commitlint', () => {
  const forms: Readonly<Record<string, string>> = {
    JSON: '{"rules": {"type-enum": [2, "always", ["feat", "mend"]], "header-max-length": [2, "always", 60]}}',
    JavaScript:
      "module.exports = {\n  rules: {\n    'type-enum': [\n      2,\n      'always',\n      ['feat', 'mend'],\n    ],\n    'header-max-length': [1, 'always', 60],\n  },\n};",
    'YAML in one line': 'rules:\n  type-enum: [2, always, [feat, mend]]\n  header-max-length: [2, always, 60]\n',
    'YAML in lists':
      'rules:\n  type-enum:\n    - 2\n    - always\n    - - feat\n      - mend\n  header-max-length:\n    - 2\n    - always\n    - 60\n  scope-enum:\n    - 2\n',
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

  it('are taken out of package.json, which may be broken', () => {
    assert.match(commitlintInPackage('{"commitlint":{"extends":["x"]}}') ?? '', /"extends"/);
    assert.equal(commitlintInPackage('{"name":"a"}'), undefined);
    assert.equal(commitlintInPackage('{"name":'), undefined);
  });
});

describe('a template for messages', () => {
  it('is what VS Code shows of it: without its comments', () => {
    assert.equal(templateText('# Why?\nTicket:\n\n  # indented\nWhy:\n'), 'Ticket:\nWhy:');
  });

  it('says nothing if it is empty', () => {
    assert.equal(readRules(undefined, { path: '.gitmessage', text: ' \n' }).template, undefined);
  });
});
