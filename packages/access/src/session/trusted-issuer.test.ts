import { describe, expect, it } from "vitest";
import { tokenVerifier } from "./token.ts";
import { trustedIssuer } from "./trusted-issuer.ts";

describe("an issuer", () => {
  it.each([
    "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf",
    "http://localhost:3001",
    "http://localhost",
  ])("%s may be trusted", (issuer) => {
    expect(trustedIssuer(issuer)).toBe(issuer);
  });

  it.each([
    "http://issuer.example",
    "http://localhost.issuer.example",
    "http://localhost@issuer.example",
    "http://127.0.0.1:3001",
    "ftp://localhost",
    "file:///etc/issuer",
  ])("%s stops the function before it starts", (issuer) => {
    expect(() => trustedIssuer(issuer)).toThrow(RangeError);
    expect(() => tokenVerifier(issuer, Date.now)).toThrow(RangeError);
  });
});
