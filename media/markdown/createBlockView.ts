import { element } from '../base/element';
import { unreachable } from '../base/unreachable';
import type { Block } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import { CodeView } from '../code/codeView';
import { FootnoteView } from './footnoteView';
import { FormulaView } from './formulaView';
import { ListView } from './listView';
import { QuoteView } from './quoteView';
import { TableView } from './tableView';
import { TextView } from './textView';

/** An empty view for blocks of this kind. */
export function createBlockView(block: Block, context: MarkdownContext): BlockView {
  switch (block.kind) {
    case 'paragraph':
      return new TextView(undefined, block.mayBreak, context);
    case 'heading':
      return new TextView(block.level, block.mayBreak, context);
    case 'code':
      return new CodeView(context);
    case 'formula':
      return new FormulaView();
    case 'rule':
      return ruleView();
    case 'quote':
      return new QuoteView(context);
    case 'list':
      return new ListView(block.start, context);
    case 'table':
      return new TableView(context);
    case 'footnote':
      return new FootnoteView(block.number, context);
    case 'definition':
      throw new Error('a definition is not shown');
    default:
      return unreachable(block);
  }
}

function ruleView(): BlockView {
  return { element: element('hr'), update: ({ kind }) => kind === 'rule', finish: () => undefined };
}
