"use strict";

/**
 * Puts one clock behind all that a handler can read the time from, and answers how to move it. It must
 * come before the bundle: a handler may take `Date.now` along when it is loaded.
 */
function adjustableClock() {
  const RealDate = Date;
  const realNow = RealDate.now;
  let shift = 0;
  const now = () => realNow() + shift;

  const ShiftedDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = ShiftedDate;
  globalThis.Date = ShiftedDate;

  const formats = Intl.DateTimeFormat.prototype;
  const parts = formats.formatToParts;
  formats.formatToParts = function formatToParts(date = now()) {
    return parts.call(this, date);
  };
  const { get } = Object.getOwnPropertyDescriptor(formats, "format");
  Object.defineProperty(formats, "format", {
    configurable: true,
    get() {
      const format = get.call(this);
      return (date = now()) => format(date);
    },
  });
  return (milliseconds) => {
    shift = milliseconds;
  };
}

module.exports = { adjustableClock };
