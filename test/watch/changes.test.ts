import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Changes } from "../../cli/watch/changes.ts";

describe("gathering changes until it is quiet", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const taken = (changes: Changes): string[][] => {
    const all: string[][] = [];
    const take = async (): Promise<void> => {
      for (;;) all.push([...(await changes.next())].toSorted());
    };
    void take();
    return all;
  };

  test("one file is told at once, however many events its save makes", async () => {
    const changes = new Changes();
    const all = taken(changes);
    for (let event = 0; event < 3; event += 1) changes.note("甲");
    await vi.advanceTimersByTimeAsync(5);
    expect(all).toEqual([["甲"]]);
  });

  test("a change of branches is told once, when it is over", async () => {
    const changes = new Changes();
    const all = taken(changes);
    const files = Array.from({ length: 500 }, (_, index) => `${index}`);
    for (const file of files) {
      changes.note(file);
      await vi.advanceTimersByTimeAsync(3);
    }
    expect(all).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(all).toEqual([files.toSorted()]);
  });

  test("what changes while nobody asks is told when somebody does, once", async () => {
    const changes = new Changes();
    changes.note("甲");
    await vi.advanceTimersByTimeAsync(1000);
    changes.note("乙");
    await vi.advanceTimersByTimeAsync(1000);
    const all = taken(changes);
    await vi.advanceTimersByTimeAsync(1000);
    expect(all).toEqual([["乙", "甲"]]);
  });

  test("looks again when all is long quiet, and tells only of what is stale", async () => {
    const changes = new Changes();
    const all = taken(changes);
    changes.lookAgain("夹", () => false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(all).toEqual([]);
    changes.lookAgain("夹", () => true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(all).toEqual([["夹"]]);
    changes.lookAgain("夹", () => true);
    changes.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(all).toEqual([["夹"]]);
  });
});
