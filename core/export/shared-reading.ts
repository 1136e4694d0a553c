/** Lets a second reader follow what a first one reads: the library is then read once for both. */

import type { ExportArticle, ExportSource, Extent } from './source';

interface SharedReading {
  leading: ExportSource;
  /**
   * Each of its readings waits for one of the leader's that gives as much, and gets the same articles, each before the
   * leader does. Once the leader has ended, it reads by itself.
   */
  following: ExportSource;
  /** To be told when the leader will read no more. */
  end(): void;
}

interface Follower {
  extent: Extent;
  /** Null when the leader has ended: nothing is shared. */
  begin(reading: AsyncIterable<ExportArticle> | null): void;
}

export function sharedReading(source: ExportSource): SharedReading {
  const waiting = new Set<Follower>();
  let hasEnded = false;

  async function* lead(extent: Extent): AsyncGenerator<ExportArticle, void> {
    const followers = [...waiting].filter((follower) => gives(extent, follower.extent));
    const channels = followers.map((follower) => {
      const channel = createChannel();
      waiting.delete(follower);
      follower.begin(channel.articles);
      return channel;
    });
    let isWhole = false;
    try {
      for await (const article of source.articles(extent)) {
        for (const channel of channels) await channel.give(article);
        yield article;
      }
      isWhole = true;
    } finally {
      for (const channel of channels) channel.end(isWhole);
    }
  }

  async function* follow(extent: Extent): AsyncGenerator<ExportArticle, void> {
    const reading = hasEnded
      ? null
      : await new Promise<AsyncIterable<ExportArticle> | null>((begin) => waiting.add({ extent, begin }));
    yield* reading ?? source.articles(extent);
  }

  return {
    leading: { ...source, articles: (extent = 'whole') => lead(extent) },
    following: { ...source, articles: (extent = 'whole') => follow(extent) },
    end() {
      hasEnded = true;
      for (const follower of waiting) follower.begin(null);
      waiting.clear();
    },
  };
}

function gives(extent: Extent, wanted: Extent): boolean {
  return extent === 'whole' || wanted === 'bare' || extent === wanted;
}

/** The leader's reading ended before its last article. */
class ReadingEndedError extends Error {
  override readonly name = 'ReadingEndedError';
}

interface Channel {
  articles: AsyncIterable<ExportArticle>;
  /** Resolves when the article is done with, so that no two are held. */
  give(article: ExportArticle): Promise<void>;
  end(isWhole: boolean): void;
}

function createChannel(): Channel {
  let given = Promise.withResolvers<ExportArticle | null>();
  let done = Promise.withResolvers<void>();
  let isLeft = false;
  return {
    async give(article) {
      if (isLeft) return;
      done = Promise.withResolvers();
      given.resolve(article);
      await done.promise;
    },
    end(isWhole) {
      if (isWhole) given.resolve(null);
      else given.reject(new ReadingEndedError('the first reader ended before the last article'));
      // Nobody may be listening any more.
      given.promise.catch(() => undefined);
    },
    articles: {
      async *[Symbol.asyncIterator]() {
        try {
          for (let article = await given.promise; article !== null; article = await given.promise) {
            given = Promise.withResolvers();
            yield article;
            done.resolve();
          }
        } finally {
          isLeft = true;
          done.resolve();
        }
      },
    },
  };
}
