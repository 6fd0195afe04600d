// Reads and writes Arrow with a second implementation, over HTTP from the service at the URL given; any surprise ends it.
import assert from "node:assert/strict";
import * as arrow from "apache-arrow";

const url = process.argv[2];
const ARROW = "application/vnd.apache.arrow.stream";

/** The bits of doubles, so that -0 is not 0 and NaN is NaN. */
const bits = (numbers) => new BigUint64Array(Float64Array.from(numbers).buffer);

function columns(table, ...names) {
  assert.deepEqual(table.schema.fields.map((field) => field.name), names);
  for (const field of table.schema.fields) {
    assert.ok(arrow.DataType.isFloat(field.type) && field.type.precision === arrow.Precision.DOUBLE && !field.nullable, `${field}`);
  }
  return names.map((name) => table.getChild(name).toArray());
}

async function answered(path, options) {
  const response = await fetch(url + path, options);
  assert.equal(response.status, 200, path);
  assert.equal(response.headers.get("content-type"), ARROW);
  return arrow.tableFromIPC(new Uint8Array(await response.arrayBuffer()));
}

const post = (stream, path = "/sigmoid?format=arrow") => [path, { method: "POST", headers: { "Content-Type": ARROW }, body: stream }];

async function refused(place, stream, path) {
  const response = await fetch(url + post(stream, path)[0], post(stream, path)[1]);
  const problem = await response.json();
  assert.equal(response.status, 400, JSON.stringify(problem));
  assert.equal(problem.errors[0].place, place, problem.detail);
}

/** A stream with a record batch for each list of values. */
function stream(type, ...batches) {
  const schema = new arrow.Schema([new arrow.Field("x", type, true)]);
  const recordBatches = batches.map((values) => {
    const x = arrow.vectorFromArray(values, type).data[0] ?? arrow.makeData({ type, length: 0 });
    return new arrow.RecordBatch(schema, arrow.makeData({ type: new arrow.Struct(schema.fields), length: values.length, children: [x] }));
  });
  return arrow.tableToIPC(new arrow.Table(schema, recordBatches), "stream");
}

const f64 = new arrow.Float64();

// a range of several record batches holds the numbers that JSON holds
const range = "/sigmoid?start=-40&stop=40&count=200000&include=derivative";
const asJson = await (await fetch(url + range)).json();
const asArrow = await answered(range, { headers: { Accept: ARROW } });
assert.equal(asArrow.numRows, 200_000);
assert.ok(asArrow.batches.length > 1 && asArrow.batches.every((batch) => batch.numRows <= 65_536));
columns(asArrow, "x", "y", "dy").forEach((numbers, i) => {
  assert.deepEqual(bits(numbers), bits(Object.values(asJson)[i]));
});
columns(await answered("/sigmoid?x=0.5&format=arrow"), "x", "y").forEach((numbers, i) => {
  assert.deepEqual([...numbers], [[0.5], [0.6224593312018546]][i]);
});

// batches of one, several and empty record batches
const values = Array.from({ length: 100_000 }, (_, i) => (i - 50_000) / 777);
for (const batches of [[values], [values.slice(0, 7), values.slice(7, 40_000), values.slice(40_000)], [[], values, [], []]]) {
  const [x, y] = columns(await answered(...post(stream(f64, ...batches))), "x", "y");
  assert.deepEqual(bits(x), bits(values));
  assert.equal(y[50_000], 0.5);
}

// IEEE specials are carried by Arrow, and refused in text
const specials = stream(f64, [NaN, Infinity], [-Infinity, -0]);
const [x, y, dy] = columns(await answered(...post(specials, "/sigmoid?include=derivative&format=arrow")), "x", "y", "dy");
assert.deepEqual(bits(x), bits([NaN, Infinity, -Infinity, -0]));
assert.deepEqual([...y], [NaN, 1, 0, 0.5]);
assert.deepEqual([...dy], [NaN, 0, 0, 0.25]);
await refused("x[0]", specials, "/sigmoid");

// what is no batch
await refused("end of the stream", stream(f64, []));
await refused("schema", stream(new arrow.Int32(), [1, 2]));
await refused("schema", stream(new arrow.Float32(), [1, 2]));
await refused("record batch 2, row 2 (x[3])", stream(f64, [1, 2], [3, null, 5]));
await refused("schema", arrow.tableToIPC(arrow.tableFromArrays({ x: Float64Array.of(1), y: Float64Array.of(2) }), "stream"));
await refused("schema", arrow.tableToIPC(new arrow.Table(new arrow.Schema([new arrow.Field("x", f64)])), "file"));

console.log("apache-arrow: a range, batches, specials and refusals as expected");
