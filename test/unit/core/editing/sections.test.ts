import assert from 'node:assert/strict';
import { sectionsIn } from '../../../../src/core/editing/text/sections';

const found = (text: string) => sectionsIn(text.split('\n')).map(({ name, start, end }) => `${name} ${start}-${end}`);

describe('the sections of a Markdown document', () => {
  it('go up to the next heading of their rank, without the blank lines at their end', () => {
    assert.deepEqual(found('# A\ntext\n\n## B\nmore\n\n\n# C ##\nlast'), ['A 0-5', 'B 3-5', 'C 7-9']);
    assert.deepEqual(found('###  D   ###'), ['D 0-1']);
    assert.deepEqual(found('# Beds and `pots` ##\ntext\n  \n\t\n# B'), ['Beds and `pots` 0-2', 'B 4-5']);
  });

  it('begin at no line of code, and at none that only looks like a heading', () => {
    assert.deepEqual(found('# A\n```sh\n# no\n~~~\n# no\n```\n# B'), ['A 0-6', 'B 6-7']);
    assert.deepEqual(found('~~~~\n# no\n~~~\n# no\n~~~~~\n# A'), ['A 5-6']);
    assert.deepEqual(found('   ```\n# no'), []);
    assert.deepEqual(found('``\n# A\n~~\n# B\n    ```\n# C'), ['A 1-3', 'B 3-5', 'C 5-6']);
    assert.deepEqual(found('#A\n####### B\na # C'), []);
  });
});
