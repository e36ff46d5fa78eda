import assert from 'node:assert/strict';
import type { Interactions } from '@google/genai';
import { completedIn, deltasIn, eventsOf, once, untilStatus, withServer } from './harness';

const agent = 'deep-research-preview-04-2026';
const agent_config = { type: 'deep-research', thinking_summaries: 'auto' } as const;
const request = { agent, input: 'Batteries in 2026', background: true, agent_config } as const;
const quick = { researchMs: 20 };

describe('local server: deep research', () => {
  it(
    'thinks aloud, then reports in sections with sources, a chart and citations',
    withServer(async (_, ai) => {
      const events = await eventsOf(ai.interactions.create({ ...request, stream: true }, once));
      assert.equal(completedIn(events).status, 'completed');
      const types = deltasIn(events).map((delta) => delta.type);
      assert.equal(types.filter((type) => type === 'thought_summary').length, 4);
      assert.ok(types.lastIndexOf('thought_summary') < types.indexOf('text'));
      assert.ok(types.indexOf('image') > types.indexOf('text') && types.indexOf('image') < types.lastIndexOf('text'));
      assert.equal(types.at(-1), 'text_annotation_delta');
      const { output_text = '' } = await ai.interactions.get(completedIn(events).id, {}, once);
      assert.match(output_text, /\*\*Sources:\*\*/);
      assert.ok(types.indexOf('google_search_call') < types.indexOf('url_context_call'));
    }, quick),
  );

  it(
    'writes several outputs, and cites spans of the text of each',
    withServer(async (_, ai) => {
      const { id } = await ai.interactions.create(request, once);
      const { steps = [] } = await untilStatus(ai, id, 'completed');
      const outputs = steps.flatMap((step) => (step.type === 'model_output' ? [step.content ?? []] : []));
      assert.deepEqual(
        outputs.map((content) => content.map(({ type }) => type)),
        [['text'], ['image'], ['text']],
      );
      const spans = outputs.flat().flatMap((content) => {
        if (content.type !== 'text') return [];
        const bytes = Buffer.from(content.text);
        return (content.annotations ?? []).map((annotation) =>
          'start_index' in annotation ? bytes.subarray(annotation.start_index, annotation.end_index).toString() : '',
        );
      });
      assert.equal(spans[0], 'This report was made by the local test server – nothing was looked up');
      assert.equal(spans.at(-1), 'Only four sources were considered – café talk was not');
    }, quick),
  );

  it(
    'draws its chart as a PNG',
    withServer(async (_, ai) => {
      const deltas = deltasIn(await eventsOf(ai.interactions.create({ ...request, stream: true }, once)));
      const [image] = deltas.filter((delta) => delta.type === 'image');
      const bytes = Buffer.from(image?.data ?? '', 'base64');
      assert.equal(image?.mime_type, 'image/png');
      assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
      assert.equal(bytes.subarray(-8, -4).toString('latin1'), 'IEND');
      assert.ok(bytes.length < 2000);
    }, quick),
  );

  it(
    'can be polled, and takes the time it was given',
    withServer(
      async (_, ai) => {
        const begun = performance.now();
        const { id, status } = await ai.interactions.create(request, once);
        assert.equal(status, 'queued');
        const done = await untilStatus(ai, id, 'completed');
        const took = performance.now() - begun;
        assert.ok(took >= 100, `took ${took} ms`);
        assert.equal(done.agent, agent);
      },
      { researchMs: 150 },
    ),
  );

  it(
    'proposes a plan when asked to plan together, and reports in the next turn',
    withServer(async (_, ai) => {
      const planning = { ...agent_config, collaborative_planning: true };
      const plan = await ai.interactions.create({ ...request, agent_config: planning }, once);
      const planned = await untilStatus(ai, plan.id, 'completed');
      assert.match(planned.output_text ?? '', /^# Research plan: Batteries in 2026/);
      const wish = { input: 'Leave out prices.', previous_interaction_id: plan.id };
      const second = await ai.interactions.create({ ...request, ...wish, agent_config: planning }, once);
      assert.match((await untilStatus(ai, second.id, 'completed')).output_text ?? '', /Leave out prices\./);
      const go = await ai.interactions.create(
        { ...request, input: 'go ahead', previous_interaction_id: plan.id },
        once,
      );
      const { steps } = await untilStatus(ai, go.id, 'completed');
      const report = steps?.find((step) => step.type === 'model_output')?.content?.[0];
      assert.match(report?.type === 'text' ? report.text : '', /^# Batteries in 2026\n/);
    }, quick),
  );

  it(
    'gives no thoughts and no chart when told so',
    withServer(async (_, ai) => {
      const quiet: Interactions.DeepResearchAgentConfig = { type: 'deep-research', visualization: 'off' };
      const types = deltasIn(
        await eventsOf(ai.interactions.create({ ...request, agent_config: quiet, stream: true }, once)),
      ).map((delta) => delta.type);
      assert.ok(!types.includes('thought_summary') && !types.includes('image'));
    }, quick),
  );
});
