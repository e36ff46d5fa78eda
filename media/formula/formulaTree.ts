import temml from 'temml';

/**
 * What temml makes of a formula in TeX, before that becomes elements: its own way out sets attributes that the policy of
 * the page forbids. The tree is not part of its documented interface, so that its version is fixed, and a test
 * (test/unit/media/formula/temml.test.ts) says what an upgrade changed. Throws where the source is not TeX.
 */
export function formulaTree(source: string, isOnItsOwn: boolean): unknown {
  return temml.__renderToMathMLTree(source, {
    displayMode: isOnItsOwn,
    throwOnError: true,
    // What is not quite TeX is drawn all the same.
    strict: false,
    // No addresses, no pictures, no attributes of the formula's own.
    trust: false,
    // In em, and in pt.
    maxSize: [40, 400],
    maxExpand: 500,
    macros: {},
  });
}
