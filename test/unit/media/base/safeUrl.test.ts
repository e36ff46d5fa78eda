import assert from 'node:assert/strict';
import { safeUrl } from '../../../../media/base/safeUrl';

describe('safeUrl', () => {
  it('lets only web pages pass', () => {
    const hostile = [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'data:text/html,x',
      'command:a.b',
      'vscode://a',
      'file:///etc',
      'blob:https://a',
      '//a',
      'a',
      '',
    ];

    assert.equal(safeUrl('https://example.com/a')?.href, 'https://example.com/a');
    assert.equal(safeUrl('http://localhost:80/')?.href, 'http://localhost/');
    assert.deepEqual(
      hostile.filter((text) => safeUrl(text)),
      [],
    );
  });

  it('unmasks letters that only look like others', () => {
    assert.equal(safeUrl('https://gооgle.com/')?.host, 'xn--ggle-55da.com');
  });
});
