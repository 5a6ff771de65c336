import { afterEach, describe, expect, test } from "vitest";
import { sampleApp } from "../testing/sample-shop.ts";
import { writeAssembly, type SampleApp, type SampleTemplate } from "../testing/assembly.ts";
import type { Folder } from "../testing/folder.ts";
import { readApplication } from "./application.ts";

let folder: Folder | undefined;

afterEach(() => folder?.remove());

function reading(change: (app: SampleApp) => void = () => {}) {
  const app = sampleApp();
  change(app);
  folder = writeAssembly(app);
  return readApplication(folder.path);
}

const shop = (app: SampleApp): SampleTemplate => app.templates["shop"]!;
const site = (app: SampleApp): SampleTemplate => app.templates["site"]!;

describe("a synthesized app", () => {
  test("names what has no name by stack and logical id, and builds ARNs as AWS does", () => {
    const { functions, tables, roles, queues } = reading();
    expect(functions.map(({ name, arn }) => [name, arn])).toEqual([
      ["shop-Web", "arn:aws:lambda:eu-central-1:111111111111:function:shop-Web"],
      ["shop-Projector", "arn:aws:lambda:eu-central-1:111111111111:function:shop-Projector"],
    ]);
    expect(tables.map((table) => table.TableName)).toEqual(["shop-Table"]);
    expect(queues).toEqual(["shop-DeadLetters"]);
    expect(roles).toEqual([
      expect.objectContaining({ arn: "arn:aws:iam::111111111111:role/shop-Role" }),
    ]);
  });

  test("keeps a name that the template gives", () => {
    const { tables, functions } = reading((app) => {
      shop(app).Resources["Table"]!.Properties["TableName"] = "items";
    });
    expect(tables[0]?.TableName).toBe("items");
    expect(functions[0]?.environment["TABLE_NAME"]).toBe("items");
  });

  test("resolves joins and imports in the settings of a function", () => {
    const { functions, distributions } = reading();
    expect(functions[0]?.environment["SITE_ORIGIN"]).toBe(`https://${distributions[0]?.domain}`);
    expect(distributions[0]?.domain).toMatch(/^d[a-z0-9]{13}\.cloudfront\.net$/);
  });

  test("resolves the table in the policies of a role", () => {
    expect(JSON.stringify(reading().roles[0]?.policies)).toContain(
      '"Resource":"arn:aws:dynamodb:eu-central-1:111111111111:table/shop-Table"',
    );
  });

  test("adds the policies that name a role to that role", () => {
    const { roles } = reading((app) => {
      shop(app).Resources["Extra"] = {
        Type: "AWS::IAM::Policy",
        Properties: { Roles: [{ Ref: "Role" }], PolicyDocument: { Statement: [{ Sid: "extra" }] } },
      };
    });
    expect(roles[0]?.policies).toContainEqual({ Statement: [{ Sid: "extra" }] });
  });

  test("hangs the routes of one stack into the API of another", () => {
    const { apis, distributions } = reading();
    expect(apis[0]?.routes).toEqual([
      { key: "ANY /agenda", functionName: "shop-Web", timeoutMilliseconds: 30_000 },
      { key: "ANY /items/{id}", functionName: "shop-Web", timeoutMilliseconds: 30_000 },
    ]);
    expect(distributions[0]?.origins.get("api")?.domain).toBe(apis[0]?.domain);
  });

  test("reads an event source mapping with its filter and its rules", () => {
    expect(reading().mappings).toEqual([
      {
        name: "shop-Mapping",
        functionName: "shop-Projector",
        streamArn: "arn:aws:dynamodb:eu-central-1:111111111111:table/shop-Table/stream/local",
        tableName: "shop-Table",
        startAt: "TRIM_HORIZON",
        batchSize: 10,
        bisects: true,
        reportsItemFailures: true,
        retries: 1,
        maximumAgeSeconds: -1,
        onFailure: "shop-DeadLetters",
        patterns: [{ eventName: ["INSERT"], dynamodb: { NewImage: { type: { S: ["event"] } } } }],
      },
    ]);
  });

  test("lists the functions to run after a deployment by their number", () => {
    const { afterDeploy } = reading((app) => {
      shop(app).Outputs!["AfterDeploy05First"] = { Value: { "Fn::GetAtt": ["Projector", "Arn"] } };
    });
    expect(afterDeploy).toEqual([
      { title: "First", functionName: "shop-Projector" },
      { title: "Load", functionName: "shop-Web" },
    ]);
  });

  test("reads parameters and pseudo parameters, and leaves out what has no value", () => {
    const { functions } = reading((app) => {
      shop(app).Parameters = { Stage: { Type: "String", Default: "local" } };
      shop(app).Resources["Web"]!.Properties["Environment"] = {
        Variables: {
          A: { Ref: "Stage" },
          B: { "Fn::Sub": "${AWS::Region} ${Table} ${Table.Arn} ${!Kept} ${Own}" },
          C: { Ref: "AWS::NoValue" },
          D: { "Fn::Sub": ["${Own}", { Own: { Ref: "AWS::AccountId" } }] },
        },
      };
      shop(app).Parameters = { ...shop(app).Parameters, Own: { Default: "own" } };
    });
    expect(functions[0]?.environment).toEqual({
      A: "local",
      B: "eu-central-1 shop-Table arn:aws:dynamodb:eu-central-1:111111111111:table/shop-Table ${Kept} own",
      D: "111111111111",
    });
  });
});

test("an output that names no function is refused", () => {
  expect(() => reading((app) => (shop(app).Outputs!["AfterDeploy05First"] = { Value: 5 }))).toThrow(
    "AfterDeploy05First holds no function name",
  );
});

describe("what the runner does not know is refused, with the place", () => {
  const cases: [string, (app: SampleApp) => void, RegExp][] = [
    [
      "a kind of resource",
      (app) => (shop(app).Resources["X"] = { Type: "AWS::EC2::Instance", Properties: {} }),
      /shop\/X: AWS::EC2::Instance is not run locally/,
    ],
    [
      "an intrinsic function",
      (app) => (shop(app).Resources["Web"]!.Properties["Handler"] = { "Fn::If": ["a", "b", "c"] }),
      /shop: Fn::If is not resolved locally/,
    ],
    [
      "an attribute",
      (app) =>
        (shop(app).Resources["Web"]!.Properties["Role"] = { "Fn::GetAtt": ["Table", "TableId"] }),
      /Fn::GetAtt Table\.TableId/,
    ],
    [
      "a reference to nothing",
      (app) => (shop(app).Resources["Web"]!.Properties["Role"] = { Ref: "Nobody" }),
      /Ref names Nobody/,
    ],
    [
      "an import that nobody exports",
      (app) => delete site(app).Outputs!["ApiId"],
      /Fn::ImportValue names site:ApiId/,
    ],
    [
      "a managed policy of AWS",
      (app) =>
        (shop(app).Resources["Role"]!.Properties["ManagedPolicyArns"] = [
          "arn:aws:iam::aws:policy/AdministratorAccess",
        ]),
      /AdministratorAccess, whose rights are unknown here/,
    ],
    [
      "an authorizer",
      (app) => (shop(app).Resources["AgendaRoute"]!.Properties["AuthorizationType"] = "JWT"),
      /AuthorizationType is not run locally/,
    ],
    [
      "a rule of an event source mapping",
      (app) => (shop(app).Resources["Mapping"]!.Properties["TumblingWindowInSeconds"] = 5),
      /TumblingWindowInSeconds is not run locally/,
    ],
    [
      "a managed policy of CloudFront",
      (app) => {
        const text = JSON.stringify(site(app)).replace("4135ea2d", "00000000");
        app.templates["site"] = JSON.parse(text);
      },
      /CachePolicyId 00000000-6df8-44a3-9df3-4b5a84be39ad is unknown/,
    ],
    ["an asset that is not there", (app) => delete app.assets["0eb"], /0eb\.zip is no asset here/],
    [
      "a deployment that deletes the files of another",
      (app) => {
        const upload = site(app).Resources["Upload"]!;
        site(app).Resources["Second"] = {
          ...upload,
          Properties: { ...upload.Properties, Prune: true, SourceObjectKeys: ["0eb.zip"] },
        };
      },
      /site\/Second: Prune deletes static\/\S+ of site\/Upload/,
    ],
  ];

  test.each(cases)("%s", (_case, change, complaint) => {
    expect(() => reading(change)).toThrow(complaint);
  });
});

test("static files get their keys, filters and cache headers from the deployments", () => {
  const { buckets } = reading((app) => {
    const upload = site(app).Resources["Upload"]!;
    upload.Properties["Exclude"] = ["*"];
    upload.Properties["Include"] = ["static/*.css"];
    site(app).Resources["Named"] = {
      ...upload,
      Properties: {
        ...upload.Properties,
        Exclude: ["*.css"],
        Include: [],
        DestinationBucketKeyPrefix: "other",
        SystemMetadata: { "cache-control": "public, max-age=300" },
      },
    };
  });
  expect([...(buckets[0]?.files ?? [])].map(([key, file]) => [key, file.cacheControl])).toEqual([
    ["static/site.3f2a.css", "public, max-age=31536000, immutable"],
    ["other/static/logo.svg", "public, max-age=300"],
  ]);
});
