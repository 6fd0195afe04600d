// Calls the running service with the generated client; any surprise is an exception.
import { Configuration, ResponseError, SigmoidApi } from "./target/generated/index";
import type { Columns, Point } from "./target/generated/index";

function expect(expected: number, actual: number | undefined): void {
  if (expected !== actual) {
    throw new Error(`expected ${expected}, but was ${actual}`);
  }
}

async function main(): Promise<void> {
  const api = new SigmoidApi(new Configuration({ basePath: process.argv[2] }));
  const point = (await api.sigmoid({ x: [0.5] })) as Point;
  expect(0.6224593312018546, point.y);
  const range = (await api.sigmoid({ start: -6, stop: 6, step: 0.01, include: "derivative" })) as Columns;
  expect(1200, range.x.length);
  expect(-0.18, range.x[582]);
  expect(0.25, range.dy?.[600]);
  const batch = await api.sigmoidDerivativeBatch({ batch: { x: [0, 0.5] } });
  expect(0.2350037122015945, batch.y[1]);
  try {
    await api.sigmoid({ start: 0, stop: 1, step: 0 });
  } catch (error) {
    expect(400, error instanceof ResponseError ? error.response.status : undefined);
    console.log("TypeScript client: one value, a range, a batch and an error as expected");
    return;
  }
  throw new Error("a step of 0 was taken");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
