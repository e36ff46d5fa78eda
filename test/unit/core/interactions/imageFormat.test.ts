import assert from 'node:assert/strict';
import {
  imageRatios,
  imageResponseFormat,
  imageSizes,
  isImageModel,
  readImageFormat,
} from '../../../../src/core/interactions/imageFormat';

describe('how a picture is to be', () => {
  it('is known of a model by its name alone', () => {
    for (const name of ['gemini-3.1-flash-image', 'gemini-3-pro-image-preview', 'Nano-BANANA-2'])
      assert.ok(isImageModel(name), name);
    for (const name of ['gemini-3.8-flash', 'gemini-imagery', 'gemini-x-images', 'image'])
      assert.ok(!isImageModel(name), name);
  });

  it('is read with each ratio and size that there is', () => {
    for (const ratio of imageRatios) assert.deepEqual(readImageFormat({ ratio, other: 1 }), { ratio });
    for (const size of imageSizes) assert.deepEqual(readImageFormat({ ratio: '16:9', size }), { ratio: '16:9', size });
    assert.deepEqual([imageRatios.length, imageSizes.length], [14, 4]);
  });

  it('is read without what is not known, and is none where nothing was saved', () => {
    assert.deepEqual(readImageFormat({ ratio: '7:5', size: '8K' }), {});
    for (const value of [undefined, null, '16:9', ['16:9']]) assert.equal(readImageFormat(value), undefined);
  });

  it('is asked for beside words, with only what was chosen', () => {
    const image = { type: 'image', mime_type: 'image/jpeg', delivery: 'inline' };

    assert.deepEqual(imageResponseFormat({}), [{ type: 'text' }, image]);
    assert.deepEqual(imageResponseFormat({ ratio: '3:2' }), [{ type: 'text' }, { ...image, aspect_ratio: '3:2' }]);
    assert.deepEqual(imageResponseFormat({ ratio: '3:2', size: '4K' }), [
      { type: 'text' },
      { ...image, aspect_ratio: '3:2', image_size: '4K' },
    ]);
  });
});
