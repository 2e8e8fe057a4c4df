// Reads the JUnit reports of ./test, names the ten slowest tests and closes with the line "N passed, N failed, N skipped".
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, broken] = process.argv.slice(2);
const tests = readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .flatMap((name) => {
    const xml = readFileSync(join(folder, name), "utf8");
    return [...xml.matchAll(/<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)].map(([, attributes, , body = ""]) => ({
      name: /\bname="([^"]*)"/.exec(attributes)?.[1] ?? "?",
      seconds: Number(/\btime="([^"]*)"/.exec(attributes)?.[1] ?? 0),
      outcome: /<(failure|error)\b/.test(body) ? "failed" : /<skipped\b/.test(body) ? "skipped" : "passed",
    }));
  });

console.log("\nThe ten slowest:");
for (const test of tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10)) {
  console.log(`${test.seconds.toFixed(1).padStart(7)} s  ${test.name.slice(0, 150)}`);
}

const count = (outcome) => tests.filter((test) => test.outcome === outcome).length;
// A project that ended badly without a failed test (a crash, no report) counts as a failure of its own.
const failed = count("failed") + (broken !== "0" && count("failed") === 0 ? 1 : 0);
for (const test of tests.filter((test) => test.outcome === "failed")) console.log(`FAILED ${test.name}`);
console.log(`\n${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped`);
process.exit(failed > 0 || count("passed") === 0 ? 1 : 0);
