import assert from 'node:assert/strict';
import { importsIn } from '../../../../../src/core/editing/text/imports';

/** First line and last line of each import, counted from 1. */
const found = (...contents: string[]) => importsIn(contents).map(({ start, end }) => `${start + 1}-${end}`);

describe('the imports of a file', () => {
  for (const line of [
    "import a from 'a';",
    'import os.path as path',
    'from a.b import c',
    'use std::fmt;',
    'pub use crate::a;',
    'pub(crate) use a::b;',
    'use App\\Models\\Bed;',
    'use \\App\\Bed;',
    'using System.Text;',
    'using Beds = Garden.Beds;',
    '#include <stdio.h>',
    '# include "bed.h"',
    '#import <UIKit/UIKit.h>',
    "require 'json'",
    "require_relative 'bed'",
    "require_once('bed.php');",
    "const fs = require('node:fs');",
    "const { a, b: c } = require('d');",
    "let a = await import('a');",
    "@import 'beds';",
    "@use 'beds';",
    'package garden.beds;',
    'package main',
    'extern crate rand;',
    'open Garden.Beds',
    'alias Garden.Bed',
  ]) {
    it(`have ${line}`, () => assert.deepEqual(found('', line, ''), ['2-2']));
  }

  for (const line of [
    "  import a from 'a';",
    'importance = 1;',
    'from here on we import nothing',
    'used = 1;',
    'pub fn used() {}',
    'using (open(a)) {',
    '#includes',
    '#define include',
    'required = true',
    "const a = load(require('b'));",
    "const a = requires('b');",
    '@important',
    '@user',
    'package-lock',
    'open file',
    "alias ll='ls -l'",
    "// import a from 'a';",
    "x = require('a')",
    '',
  ]) {
    it(`do not have ${line || 'an empty line'}`, () => assert.deepEqual(found(line), []));
  }

  it('go on until their brackets are closed', () => {
    const first = ['import {', '  a,', "} from 'a';"];
    const second = ['from b import (', '    c,', '    d,', ')'];
    const third = ["const { e, f: { g } } = require('e')(", '  [', '    1,', '  ],', ');'];
    assert.deepEqual(found(...first, "import h from 'h';", ...second, 'b();', ...third), [
      '1-3',
      '4-4',
      '5-8',
      '10-14',
    ]);
  });

  it('do not count what stands in a string or in a comment', () => {
    assert.deepEqual(found("import a from './(a';", 'b();'), ['1-1']);
    assert.deepEqual(found('import a from "./[a";', 'b();'), ['1-1']);
    assert.deepEqual(found("import a from './(a';", '});'), ['1-1']);
    assert.deepEqual(found('import a from "./(a";', '});'), ['1-1']);
    assert.deepEqual(found("import a from 'a'; // not {", '}'), ['1-1']);
    assert.deepEqual(found('import { // }', '  a,', "} from './}';", 'b();'), ['1-3']);
  });

  it('are one line where more brackets are closed than opened', () => {
    assert.deepEqual(found("import a from 'a'; })", '{', '}'), ['1-1']);
  });

  it('are one line where the bracket is not closed within 200 lines', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `  a${at},`);
    assert.deepEqual(found('import {', ...names(198), "} from 'a';"), ['1-200']);
    assert.deepEqual(found('import {', ...names(199), "} from 'a';"), ['1-1']);
    assert.deepEqual(found('import {', '  a,'), ['1-1']);
  });
});
