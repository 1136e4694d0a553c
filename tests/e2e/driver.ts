/** What a journey needs of a browser, whichever it is. */

export interface LaunchOptions {
  /** A profile folder to open again; a new one is made otherwise. */
  profile?: string;
  /** BCP 47 with a region, such as `zh-CN`. */
  language?: string;
  colorScheme?: 'light' | 'dark';
  /** For Chromium. */
  forcedColors?: 'active' | 'none';
  /** 2 is 200 %: as many pixels with half as much room. For Chromium. */
  zoom?: number;
  /** The same browser without Pressmark, to compare with. */
  withoutExtension?: boolean;
  /** Whether pages that are left stay in memory, to be brought back; for Chromium, Firefox keeps them. */
  keepsPages?: boolean;
  /** More switches, for Chromium. */
  flags?: readonly string[];
  /** More preferences, for Firefox. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
}

/** Viewport pixels. */
export interface Place {
  x: number;
  y: number;
}

export interface DrivenPage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  url(): string;
  /** Runs in the page's own world, as the page's scripts do. */
  evaluate<Argument, Result>(
    work: (argument: Argument) => Result,
    argument: Argument,
  ): Promise<Awaited<Result>>;
  /** As `evaluate`, in the toolbar's own frame, which the page itself has no way to. */
  evaluateInToolbar<Argument, Result>(
    work: (argument: Argument) => Result,
    argument: Argument,
  ): Promise<Awaited<Result>>;
  /** @throws Error that says what was waited for */
  waitFor<Argument>(test: (argument: Argument) => unknown, argument: Argument, what: string): Promise<void>;
  /** A real key press, by the browser's protocol. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Presses the button at the one place and lets it go at the other. */
  drag(from: Place, to: Place): Promise<void>;
  clickOn(selector: string): Promise<void>;
  /** Gives a file to a file field, as the browser's dialogue would. */
  chooseFile(selector: string, path: string): Promise<void>;
  bringToFront(): Promise<void>;
  /** The window's inside, in pixels. */
  resize(width: number, height: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface Driver {
  name: 'chromium' | 'firefox';
  profile: string;
  newPage(url: string): Promise<DrivenPage>;
  /** The sidebar of this page's tab, as a tab of its own. */
  openSidebar(page: DrivenPage): Promise<DrivenPage>;
  /** The keys page, by the sidebar's own key. */
  openKeysPage(sidebar: DrivenPage): Promise<DrivenPage>;
  /** The library's page, by the sidebar's own key. */
  openLibrary(sidebar: DrivenPage): Promise<DrivenPage>;
  /** Does what starts a download; gives the path of the finished file. */
  download(page: DrivenPage, start: () => Promise<void>): Promise<string>;
  close(): Promise<void>;
}
