export interface Interruption {
  isAsked(): boolean;
  stop(): void;
}

/** The first Ctrl-C lets what is under way be written; the next one is the system's own. */
export function listenForInterruption(): Interruption {
  let asked = false;
  const ask = () => {
    asked = true;
    // From now on a signal does what it does to any program; not at once, since one Ctrl-C may come several times.
    setTimeout(stop, 700).unref();
  };
  const stop = () => {
    process.off('SIGINT', ask);
    process.off('SIGTERM', ask);
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  return { isAsked: () => asked, stop };
}
