/**
 * How saved files are watched. Without it Vite's watcher passes over what is saved within 50 ms after it told of the
 * same file, and never looks again: an editor that saves, formats and saves leaves the first of the two on the screen.
 * With it a file is told once it has been still for 40 ms, so that what is read then is the last that was saved.
 */
export const watching = { awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } }
