import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import { askTitle, tidyTitle } from '../../../../src/core/chat/askTitle';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { usualLimits } from '../../../../src/core/interactions/limits';
import { hurriedClock, ManualClock } from '../../fakes/manualClock';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';

describe('asking a model for the name of a chat', () => {
  const under = serverUnderTest();
  const chat = { question: 'How do heat pumps work?', answer: 'They move heat.' };
  const ask = (about = chat, signal = never()) =>
    askTitle({ interactions: under.client, clock: hurriedClock() }, about, signal);

  it('asks the smallest model once, and leaves nothing at Google', async () => {
    under.server.answerNext({ text: 'How Heat Pumps Move Heat' });

    assert.equal(await ask(), 'How Heat Pumps Move Heat');

    assert.equal(under.server.requests.length, 1);
    assert.equal(under.server.interactions().size, 0);
    const body = JSON.stringify(under.server.requests[0]?.body);
    assert.match(body, /"model":"gemini-3.5-flash-lite"/);
    assert.match(body, /"store":false/);
    assert.match(body, /"thinking_level":"minimal"/);
  });

  it('sends the beginning of a long question and of a long answer, and no halves of characters', async () => {
    under.server.answerNext({ text: 'Long' });
    await ask({ question: `${'q'.repeat(1_999)}😀${'Q'.repeat(50_000)}`, answer: 'a'.repeat(50_000) });

    const body = JSON.stringify(under.server.requests[0]?.body);
    assert.ok(body.length < 5_000, `${body.length} characters were sent`);
    assert.doesNotMatch(body, /QQ|\\ud83d/);
  });

  it('takes no name from an answer that broke off or never ends', async () => {
    under.server.answerNext({ text: 'Half of a na', ends: 'incomplete' });
    assert.equal(await ask(), undefined);

    under.server.answerNext({ text: 'An essay. '.repeat(500) });
    assert.equal(await ask(), undefined);
  });

  it('rejects with the failure of the request, which is made but once', async () => {
    under.server.answerNext({ status: 503, body: '' });
    await assert.rejects(ask(), (error) => error instanceof Failure && error.reason === 'serviceBusy');
    assert.equal(under.server.requests.length, 1);
  });
});

describe('asking for a name from a service that falls silent', () => {
  it('ends with a failure when the silence is too long', async () => {
    const clock = new ManualClock();
    const ask = async function* (_request: unknown, signal: AbortSignal): AsyncIterable<InteractionEvent> {
      yield { type: 'connected' };
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    };
    const title = askTitle({ interactions: { ask }, clock }, { question: 'Q', answer: 'A' }, never());
    while (!clock.isWaiting(usualLimits.firstEventMs, usualLimits.firstEventMs)) await setImmediate();

    clock.advance(usualLimits.firstEventMs);

    await assert.rejects(title, (error) => error instanceof Failure && error.reason === 'timedOut');
  });
});

describe('a name as a model wrote it', () => {
  it('loses its quotes, its formatting and its full stop', () => {
    assert.equal(tidyTitle('"Heat Pumps Explained."'), 'Heat Pumps Explained');
    assert.equal(tidyTitle('# **Heat** `pumps`\n\nmore'), 'Heat pumps');
    assert.equal(tidyTitle('\n\n- “Wärmepumpen”\n'), 'Wärmepumpen');
    assert.equal(tidyTitle('[Heat pumps](https://a.example/x) at home'), 'Heat pumps at home');
    assert.equal(tidyTitle('1. The snake_case of _things_'), 'The snake_case of things');
    assert.equal(tidyTitle('「ヒートポンプ」'), 'ヒートポンプ');
  });

  it('keeps what belongs to it', () => {
    assert.equal(tidyTitle("What's in a name?"), "What's in a name?");
    assert.equal(tidyTitle('3 ways to sort'), '3 ways to sort');
    assert.equal(tidyTitle('C# and F#'), 'C# and F#');
  });

  it('hides nothing, is one line and not long', () => {
    assert.equal(tidyTitle('Heat\u202E pumps\u{E0041}\u200B'), 'Heat pumps');
    assert.equal(tidyTitle('one\ttwo\u2028three'), 'one two');
    assert.equal([...tidyTitle('word '.repeat(100))].length <= 80, true);
  });

  it('is empty where there is nothing to read', () => {
    assert.equal(tidyTitle('***\n""\n…'), '');
  });
});
