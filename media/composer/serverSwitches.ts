import * as l10n from '@vscode/l10n';
import type { ServerView } from '../../src/protocol/choices';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

interface ServerSwitch {
  readonly button: HTMLButtonElement;
  isAvailable: boolean;
}

/** The remote MCP servers of the user's settings as switches. They stand among those of Google's own tools. */
export class ServerSwitches {
  readonly element = element('span', 'tool-switches');
  private switches: ReadonlyMap<string, ServerSwitch> = new Map();

  constructor(private readonly context: PanelContext) {}

  /** Returns the names of those that count for the next question. `unavailable`: none can be switched, and why. */
  show(on: readonly string[], servers: readonly ServerView[], unavailable: string | undefined): readonly string[] {
    const names = servers.map(({ name }) => name);
    // A button in the place of another would not have its focus.
    if (names.join(' ') !== [...this.switches.keys()].join(' ')) this.make(names);
    return servers.flatMap(({ name, host, reason }) => {
      const made = this.switches.get(name);
      if (!made) return [];
      const isOn = reason === undefined && on.includes(name);
      made.isAvailable = (unavailable ?? reason) === undefined;
      made.button.ariaChecked = String(isOn);
      made.button.ariaDisabled = made.isAvailable ? null : 'true';
      made.button.title =
        reason ?? l10n.t('Gemini may use the MCP server at {0}. Google sends it what Gemini asks for.', host);
      return isOn ? [name] : [];
    });
  }

  private make(names: readonly string[]): void {
    this.switches = new Map(names.map((name) => [name, this.switchOf(name)]));
    this.element.replaceChildren(...[...this.switches.values()].map((made) => made.button));
  }

  private switchOf(name: string): ServerSwitch {
    const made: ServerSwitch = {
      button: button('tool-switch', () => this.flip(name), icon('tools'), element('span', '', name)),
      isAvailable: true,
    };
    made.button.role = 'switch';
    return made;
  }

  /** Shows at once what was chosen; what the host says after that holds. */
  private flip(name: string): void {
    const made = this.switches.get(name);
    if (!made?.isAvailable) return;
    const isOn = made.button.ariaChecked !== 'true';
    made.button.ariaChecked = String(isOn);
    this.context.post({ type: 'setServer', name, isOn });
  }
}
