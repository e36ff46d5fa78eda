import assert from 'node:assert/strict';
import { imageAddress } from '../../../../media/base/imageData';

describe('imageAddress', () => {
  it('is for pictures in base64 only', () => {
    assert.equal(imageAddress('image/PNG', 'AAAA'), 'data:image/png;base64,AAAA');
    assert.equal(imageAddress('image/webp', 'AA=='), 'data:image/webp;base64,AA==');
    assert.equal(imageAddress('image/svg+xml', 'AAAA'), undefined);
    assert.equal(imageAddress('text/html', 'AAAA'), undefined);
    assert.equal(imageAddress('image/png', 'AAA'), undefined);
    assert.equal(imageAddress('image/png', ''), undefined);
    assert.equal(imageAddress('image/png', 'A,A"'), undefined);
    assert.equal(imageAddress('image/png;x=,', 'AAAA'), undefined);
  });
});
