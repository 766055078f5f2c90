/** Civil-calendar sums on ISO strings, which compare as text: no clock, no time zone, no locale. */

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function readMonth(iso: string): { year: number; month: number } {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)) };
}

/** `2020-12` and 1 is `2021-01`. */
export function addMonths(iso: string, count: number): string {
  const { year, month } = readMonth(iso);
  const index = year * 12 + (month - 1) + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`;
}

export function lastDayOfMonth(iso: string): string {
  const { year, month } = readMonth(iso);
  return `${iso}-${pad(daysInMonth(year, month), 2)}`;
}
