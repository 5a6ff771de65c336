import chromium from "@sparticuz/chromium";

// Runs in a process of its own: the package unpacks under TMPDIR and reads its environment on import.
await chromium.executablePath();
