import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { withProposalChecks, withToasts } from '../../launch/stricterVscode';

const refused = `\`Extension '\${$a.identifier.value}' CANNOT use API proposal: \${t}.\``;
const permissive = `function x(){return!0}function K0(a,b){return!0}function $e($a,t){return!0}function M($a,t){if(!$e($a,t))throw new Error(${refused})}`;

describe('VS Code from npm, made stricter', () => {
  it('lets an extension use the proposals its manifest names, with or without a version, and no others', () => {
    const check: unknown = runInNewContext(`${withProposalChecks(permissive)};M`);
    assert.ok(typeof check === 'function');
    const identifier = { value: 'a.b' };
    const use = (proposal: string, enabledApiProposals?: readonly string[]) =>
      check({ identifier, enabledApiProposals }, proposal);

    use('scmInput', ['other', 'scmInput']);
    use('scmInput', ['scmInput@2']);
    assert.throws(() => use('scmInput'), /CANNOT use API proposal: scmInput/);
    assert.throws(() => use('scmInput', []), /CANNOT/);
    assert.throws(() => use('scmInput', ['scmInputBox', 'myscmInput']), /CANNOT/);
  });

  it('changes nothing else', () => {
    const changed = withProposalChecks(permissive);

    assert.ok(changed.startsWith('function x(){return!0}function K0(a,b){return!0}function $e($a,t){return!!'));
    assert.ok(changed.endsWith(permissive.slice(permissive.indexOf('}function M('))));
  });

  it('says so where a version has not the place that is to be changed, or has it twice', () => {
    for (const source of ['', permissive.replace('!0}function M', '!1}function M'), permissive.repeat(2)]) {
      assert.throws(() => withProposalChecks(source), /lets extensions use proposed API in a way not known here/);
    }
    assert.throws(() => withToasts('isNotificationsCenterVisible&&'), /holds notifications back in a way not known/);
  });
});
