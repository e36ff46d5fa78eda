import assert from 'node:assert/strict';
import { activeTheme, readThemes } from '../../../../src/host/theme/activeTheme';
import { customRules, readTheme } from '../../../../src/host/theme/readTheme';
import { readColor, type TokenRule, tokenColors } from '../../../../src/host/theme/tokenRules';
import { cpuTimeOf } from '../../../cpuTime';

const rule = (color: string, ...selectors: readonly string[]): TokenRule => ({ selectors, color });

describe('the colours of code', () => {
  it('are those of the scopes that stand for each kind', () => {
    const colors = tokenColors([
      rule('#000001', 'comment'),
      rule('#000002', 'string'),
      rule('#000003', 'constant.numeric'),
      rule('#000004', 'entity.name.function', 'support.function'),
      rule('#000005', 'markup.deleted'),
    ]);

    assert.deepEqual(colors, {
      comment: '#000001',
      string: '#000002',
      number: '#000003',
      function: '#000004',
      removed: '#000005',
    });
  });

  it('come from the rule that means the scope most exactly, and of equals from the last', () => {
    const rules = [rule('#111111', 'constant.numeric'), rule('#222222', 'constant')];
    assert.deepEqual([tokenColors(rules).number, tokenColors(rules).constant], ['#111111', '#222222']);
    assert.equal(tokenColors([rule('#111111', 'comment'), rule('#222222', 'comment')]).comment, '#222222');
  });

  it('leave rules out that are for another place, or exclude the scope', () => {
    assert.equal(tokenColors([rule('#111111', 'source.css keyword')]).keyword, undefined);
    assert.equal(tokenColors([rule('#111111', 'source keyword')]).keyword, '#111111');
    assert.equal(tokenColors([rule('#111111', 'keyword - keyword.operator')]).keyword, '#111111');
    assert.equal(tokenColors([rule('#111111', 'constant - constant.numeric')]).number, undefined);
    assert.equal(tokenColors([rule('#111111', 'keywords', 'key', '', 'storage.type')]).keyword, '#111111');
    assert.deepEqual(tokenColors([rule('#111111', 'keywords', 'key', '', '-', ' - ')]), {});
  });

  it('are hex and nothing else', () => {
    assert.equal(readColor('#ABC'), '#aabbcc');
    assert.equal(readColor('#abcd'), '#aabbccdd');
    assert.equal(readColor(' #A1B2C3 '), '#a1b2c3');
    assert.equal(readColor('#A1B2C3D4'), '#a1b2c3d4');
    for (const value of ['red', '#ab', '#abcde', '#1234567', 'rgb(1,2,3)', '#a1b2c3;}', '', undefined, 1, {}]) {
      assert.equal(readColor(value), undefined, String(value));
    }
  });
});

describe('reading a theme', () => {
  const files: Record<string, string> = {
    './themes/dark.json': `{
      // the base comes first
      "include": "./base/plain.json",
      "tokenColors": [
        { "scope": ["keyword", "storage"], "settings": { "foreground": "#112233", "fontStyle": "bold" } },
        { "scope": "string , comment", "settings": { "foreground": "#445566" } },
        { "settings": { "foreground": "#ffffff" } }, /* the default */
        { "scope": "x", "settings": { "fontStyle": "italic" } },
        "what", null, { "scope": 1, "settings": 1 },
      ],
    }`,
    './themes/base/plain.json': `\ufeff{ "tokenColors": [{ "scope": "comment", "settings": { "foreground": "#010101" } }] }`,
    'ring.json': '{ "include": "ring.json" }',
    'missing.json': '{ "include": "gone.json" }',
    'plist.json': '{ "tokenColors": "./old.tmTheme" }',
    'list.json': '[]',
    'xml.json': '<plist/>',
  };
  const asked: string[] = [];
  const readFile = async (path: string) => {
    asked.push(path);
    const text = files[path] ?? files[`./${path}`];
    if (text === undefined) throw new Error('not there');
    return text;
  };

  it('takes comments, commas at the end and includes, the included first', async () => {
    assert.deepEqual(await readTheme('./themes/dark.json', readFile), [
      rule('#010101', 'comment'),
      rule('#112233', 'keyword', 'storage'),
      rule('#445566', 'string', 'comment'),
    ]);
  });

  it('fails for what is no theme, includes itself or misses a part', async () => {
    for (const path of ['ring.json', 'missing.json', 'list.json', 'xml.json', 'gone.json']) {
      await assert.rejects(readTheme(path, readFile), path);
    }
    assert.ok(asked.filter((path) => path === 'ring.json').length < 20);
  });

  it('finds no rules in a theme that keeps them in the older form', async () => {
    assert.deepEqual(await readTheme('plist.json', readFile), []);
  });

  it('adds what the settings say for every theme, and then what they say for this one', () => {
    const setting = {
      comments: '#111111',
      strings: { foreground: '#222222', fontStyle: 'bold' },
      textMateRules: [{ scope: 'keyword', settings: { foreground: '#333333' } }],
      '[Night][Day]': { comments: '#444444' },
      '[Ni*t]': { numbers: '#555555' },
      '[Dusk]': { comments: '#666666' },
      '[N.ght]': { comments: '#777777' },
      functions: 'red',
    };

    const { comment, string, keyword, number, ...others } = tokenColors(customRules(setting, 'Night'));

    assert.deepEqual([comment, string, keyword, number], ['#444444', '#222222', '#333333', '#555555']);
    assert.equal(others.function, undefined);
    for (const odd of [undefined, null, [], 'x', { textMateRules: 1, '[Night]': 1 }]) {
      assert.deepEqual(customRules(odd, 'Night'), []);
    }
  });

  it('is quick with a name made to be slow', () => {
    const rules = { [`[${'*a'.repeat(50)}b]`]: { comments: '#111111' } };
    assert.ok(cpuTimeOf(() => customRules(rules, 'a'.repeat(5_000))) < 1_000);
  });
});

describe('finding the theme that is shown', () => {
  const themes = readThemes({
    contributes: {
      themes: [
        { id: 'Night', label: '%night%', uiTheme: 'vs-dark', path: './night.json' },
        { label: 'Day', uiTheme: 'vs', path: './day.json' },
        { label: 'Contrast', uiTheme: 'hc-black', path: './contrast.json' },
        { label: 'Plain', path: './plain.json' },
        { label: 'Broken' },
        'broken',
      ],
    },
  });
  const settings = { colorTheme: 'Night', followsSystem: false, preferred: { vs: 'Day', 'hc-black': 'Contrast' } };

  it('reads themes from manifests, whatever they hold', () => {
    assert.deepEqual(
      themes.map(({ name, base }) => `${name} ${base}`),
      ['Night vs-dark', 'Day vs', 'Contrast hc-black', 'Plain vs-dark'],
    );
    for (const manifest of [undefined, null, 1, {}, { contributes: [] }, { contributes: { themes: {} } }]) {
      assert.deepEqual(readThemes(manifest), []);
    }
  });

  it('goes by the setting, by the system’s choice, and by high contrast', () => {
    assert.equal(activeTheme(settings, 'vs-dark', themes)?.name, 'Night');
    assert.equal(activeTheme({ ...settings, followsSystem: true }, 'vs', themes)?.name, 'Day');
    assert.equal(activeTheme(settings, 'hc-black', themes)?.name, 'Contrast');
    assert.equal(
      activeTheme({ colorTheme: 'Plain', followsSystem: true, preferred: { 'vs-dark': 'Night' } }, 'vs-dark', themes)
        ?.name,
      'Night',
    );
  });

  it('is none rather than a wrong one', () => {
    assert.equal(activeTheme(settings, 'hc-light', themes), undefined);
    assert.equal(activeTheme({ ...settings, colorTheme: 'Day' }, 'vs-dark', themes), undefined);
    assert.equal(activeTheme({ ...settings, colorTheme: undefined }, 'vs-dark', themes), undefined);
  });
});
