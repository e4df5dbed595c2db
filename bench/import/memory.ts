import { readFileSync } from 'node:fs';

/** The most memory a process ever held, as the Linux kernel counts it; 0 elsewhere. */
export function watchMemory(pid: number): { highestMb(): number } {
  let highest = 0;
  const look = () => {
    try {
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      highest = Math.max(highest, Number(kilobytes ?? 0) / 1024);
    } catch {
      clearInterval(timer);
    }
  };
  const timer = setInterval(look, 200);
  timer.unref();
  return {
    highestMb: () => {
      look();
      clearInterval(timer);
      return highest;
    },
  };
}
