"use strict";

/** Moves every clock that a handler can read by the same number of milliseconds. */
function shiftClock(milliseconds) {
  const RealDate = Date;
  const realNow = RealDate.now;
  const now = () => realNow() + milliseconds;

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
}

module.exports = { shiftClock };
