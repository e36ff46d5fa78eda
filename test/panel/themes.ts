/** Colours that VS Code hands to a page, for the themes it comes with. High contrast leaves many of them out. */
export type ThemeName = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

interface Theme {
  /** The class VS Code puts on the body. */
  readonly bodyClass: string;
  readonly colors: Readonly<Record<string, string>>;
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: {
    bodyClass: 'vscode-dark',
    colors: {
      foreground: '#cccccc',
      descriptionForeground: '#9d9d9d',
      disabledForeground: 'rgba(204, 204, 204, 0.5)',
      errorForeground: '#f85149',
      'icon-foreground': '#cccccc',
      focusBorder: '#0078d4',
      'sideBar-background': '#181818',
      'sideBar-foreground': '#cccccc',
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      'button-background': '#0078d4',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#026ec1',
      'button-border': 'rgba(255, 255, 255, 0.07)',
      'button-secondaryBackground': '#313131',
      'button-secondaryForeground': '#cccccc',
      'button-secondaryHoverBackground': '#3c3c3c',
      'input-background': '#313131',
      'input-border': '#3c3c3c',
      'input-foreground': '#cccccc',
      'input-placeholderForeground': '#989898',
      'inputValidation-errorBorder': '#be1100',
      'inputOption-activeBorder': '#2488db',
      'inputOption-activeBackground': 'rgba(36, 137, 219, 0.51)',
      'inputOption-activeForeground': '#ffffff',
      'inputOption-hoverBackground': 'rgba(90, 93, 94, 0.5)',
      'inputValidation-warningBackground': '#352a05',
      'inputValidation-warningBorder': '#b89500',
      'textLink-foreground': '#4daafc',
      'textLink-activeForeground': '#4daafc',
      'textCodeBlock-background': '#2b2b2b',
      'textBlockQuote-background': '#2b2b2b',
      'textBlockQuote-border': '#616161',
      'textPreformat-foreground': '#d0d0d0',
      'textPreformat-background': '#3c3c3c',
      'toolbar-hoverBackground': 'rgba(90, 93, 94, 0.31)',
      'list-hoverBackground': '#2a2d2e',
      'widget-border': '#313131',
      'progressBar-background': '#0078d4',
      'notificationsErrorIcon-foreground': '#f14c4c',
      'notificationsWarningIcon-foreground': '#cca700',
      'debugIcon-stopForeground': '#f48771',
      'chat-requestBubbleBackground': 'rgba(38, 79, 120, 0.3)',
      'chat-requestBorder': 'rgba(255, 255, 255, 0.1)',
      'scrollbarSlider-background': 'rgba(121, 121, 121, 0.4)',
    },
  },
  light: {
    bodyClass: 'vscode-light',
    colors: {
      foreground: '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      disabledForeground: 'rgba(97, 97, 97, 0.5)',
      errorForeground: '#f85149',
      'icon-foreground': '#3b3b3b',
      focusBorder: '#005fb8',
      'sideBar-background': '#f8f8f8',
      'sideBar-foreground': '#3b3b3b',
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      'button-background': '#005fb8',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#0258a8',
      'button-border': 'rgba(0, 0, 0, 0.1)',
      'button-secondaryBackground': '#e5e5e5',
      'button-secondaryForeground': '#3b3b3b',
      'button-secondaryHoverBackground': '#cccccc',
      'input-background': '#ffffff',
      'input-border': '#cecece',
      'input-foreground': '#3b3b3b',
      'input-placeholderForeground': '#767676',
      'inputValidation-errorBorder': '#be1100',
      'inputOption-activeBorder': '#005fb8',
      'inputOption-activeBackground': '#bed6ed',
      'inputOption-activeForeground': '#000000',
      'inputOption-hoverBackground': 'rgba(184, 184, 184, 0.31)',
      'inputValidation-warningBackground': '#f6f5d2',
      'inputValidation-warningBorder': '#b89500',
      'textLink-foreground': '#005fb8',
      'textLink-activeForeground': '#005fb8',
      'textCodeBlock-background': '#f8f8f8',
      'textBlockQuote-background': '#f8f8f8',
      'textBlockQuote-border': '#e5e5e5',
      'textPreformat-foreground': '#3b3b3b',
      'textPreformat-background': 'rgba(0, 0, 0, 0.12)',
      'toolbar-hoverBackground': 'rgba(184, 184, 184, 0.31)',
      'list-hoverBackground': '#f2f2f2',
      'widget-border': '#e5e5e5',
      'progressBar-background': '#005fb8',
      'notificationsErrorIcon-foreground': '#e51400',
      'notificationsWarningIcon-foreground': '#bf8803',
      'debugIcon-stopForeground': '#a1260d',
      'chat-requestBubbleBackground': 'rgba(173, 214, 255, 0.3)',
      'chat-requestBorder': 'rgba(0, 0, 0, 0.1)',
      'scrollbarSlider-background': 'rgba(100, 100, 100, 0.4)',
    },
  },
  highContrast: {
    bodyClass: 'vscode-high-contrast',
    colors: {
      foreground: '#ffffff',
      descriptionForeground: 'rgba(255, 255, 255, 0.7)',
      disabledForeground: '#a5a5a5',
      errorForeground: '#f48771',
      'icon-foreground': '#ffffff',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
      focusBorder: '#f38518',
      'sideBar-background': '#000000',
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      'button-background': '#000000',
      'button-foreground': '#ffffff',
      'button-border': '#6fc3df',
      'button-secondaryForeground': '#ffffff',
      'input-background': '#000000',
      'input-border': '#6fc3df',
      'input-foreground': '#ffffff',
      'input-placeholderForeground': 'rgba(255, 255, 255, 0.7)',
      'inputValidation-errorBorder': '#6fc3df',
      'inputOption-activeBorder': '#6fc3df',
      'inputOption-activeBackground': 'rgba(0, 0, 0, 0)',
      'inputOption-activeForeground': '#ffffff',
      'inputValidation-warningBackground': '#000000',
      'inputValidation-warningBorder': '#6fc3df',
      'textLink-foreground': '#21a6ff',
      'textLink-activeForeground': '#21a6ff',
      'textCodeBlock-background': '#000000',
      'textBlockQuote-border': '#ffffff',
      'textPreformat-foreground': '#000000',
      'textPreformat-background': '#ffffff',
      'widget-border': '#6fc3df',
      'progressBar-background': '#6fc3df',
      'notificationsErrorIcon-foreground': '#f14c4c',
      'notificationsWarningIcon-foreground': '#ffd370',
      'debugIcon-stopForeground': '#f48771',
      'scrollbarSlider-background': 'rgba(111, 195, 223, 0.6)',
    },
  },
  highContrastLight: {
    bodyClass: 'vscode-high-contrast-light',
    colors: {
      foreground: '#292929',
      descriptionForeground: 'rgba(41, 41, 41, 0.7)',
      disabledForeground: '#7f7f7f',
      errorForeground: '#b5200d',
      'icon-foreground': '#292929',
      contrastBorder: '#0f4a85',
      contrastActiveBorder: '#006bbd',
      focusBorder: '#006bbd',
      'sideBar-background': '#ffffff',
      'editor-background': '#ffffff',
      'editor-foreground': '#292929',
      'button-background': '#0f4a85',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#0f4a85',
      'button-border': '#0f4a85',
      'button-secondaryBackground': '#ffffff',
      'button-secondaryForeground': '#292929',
      'input-background': '#ffffff',
      'input-border': '#0f4a85',
      'input-foreground': '#292929',
      'input-placeholderForeground': 'rgba(41, 41, 41, 0.7)',
      'inputValidation-errorBorder': '#0f4a85',
      'inputOption-activeBorder': '#0f4a85',
      'inputOption-activeBackground': 'rgba(0, 0, 0, 0)',
      'inputOption-activeForeground': '#292929',
      'inputValidation-warningBackground': '#ffffff',
      'inputValidation-warningForeground': '#292929',
      'inputValidation-warningBorder': '#0f4a85',
      'textLink-foreground': '#0f4a85',
      'textLink-activeForeground': '#0f4a85',
      'textCodeBlock-background': '#f2f2f2',
      'textBlockQuote-background': '#f2f2f2',
      'textBlockQuote-border': '#292929',
      'textPreformat-foreground': '#ffffff',
      'textPreformat-background': '#09345f',
      'widget-border': '#0f4a85',
      'progressBar-background': '#0f4a85',
      'notificationsErrorIcon-foreground': '#b5200d',
      'notificationsWarningIcon-foreground': '#895503',
      'debugIcon-stopForeground': '#a1260d',
      'scrollbarSlider-background': 'rgba(15, 74, 133, 0.4)',
    },
  },
};

/** The style sheet of a theme, with the part of VS Code's own style sheet for pages that ours has to live with. */
export function themeCss(name: ThemeName): string {
  const variables = Object.entries(themes[name].colors).map(([color, value]) => `--vscode-${color}: ${value};`);
  return `
    :root {
      ${variables.join('\n')}
      --vscode-font-family: system-ui, "Ubuntu", "Droid Sans", sans-serif;
      --vscode-font-size: 13px;
      --vscode-font-weight: normal;
      --vscode-editor-font-family: "Droid Sans Mono", "DejaVu Sans Mono", monospace;
      --vscode-editor-font-size: 12px;
      background: var(--vscode-sideBar-background);
      scrollbar-color: var(--vscode-scrollbarSlider-background) transparent;
    }
    @layer vscode-default {
      body { margin: 0; padding: 0 20px; color: var(--vscode-editor-foreground); }
      img { max-width: 100%; max-height: 100%; }
      a, a code { color: var(--vscode-textLink-foreground); }
      a:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
      code {
        color: var(--vscode-textPreformat-foreground);
        background-color: var(--vscode-textPreformat-background);
        padding: 1px 3px;
        border-radius: 4px;
      }
    }`;
}
