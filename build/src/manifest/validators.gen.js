import { formats } from "./formats.js";
const codePoints = (text) => {
    let count = 0;
    for (const _ of text)
        count++;
    return count;
};
export const fleet = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/fleet.schema.json", "title": "FleetManifest", "description": "`fleet.yaml`: what holds for the whole fleet.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "description": "The version of this format.", "x-impact": "none", "const": "nanometal/v1alpha1" }, "kind": { "description": "What kind of object the file holds; its path must agree.", "x-impact": "none", "const": "Fleet" }, "metadata": { "description": "Who this object is.", "x-impact": "none", "$ref": "#/$defs/metadata" }, "spec": { "type": "object", "description": "What holds for the whole fleet.", "x-impact": "none", "additionalProperties": false, "properties": { "policy": { "description": "Defaults for every facility.", "x-impact": "none", "$ref": "#/$defs/policy" } } } }, "$defs": { "metadata": { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } }, "policy": { "type": "object", "description": "How boldly nanometal may act. What a facility does not say, the fleet says; what neither says has the default named here.", "x-impact": "none", "additionalProperties": false, "properties": { "maxConcurrent": { "description": "Disruptions that may run in one facility at one time.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 10000, "default": 1 }, "maxPerCommit": { "description": "A commit that newly authorises more disruptive actions than this in one facility is held whole.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 100000, "default": 10 }, "drift": { "description": "What is done when hardware no longer is as it was declared and putting it right would disrupt: `hold` waits for a commit, `correct` puts it right by itself.", "x-impact": "none", "enum": ["hold", "correct"], "type": "string", "default": "hold" }, "powerOnPace": { "description": "Time between two power-ons in one rack, because of inrush current.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "2s", "x-form": "a duration such as 500ms, 30s, 5m or 2h" }, "gracefulShutdown": { "description": "How long an operating system may take to shut down before its power is cut.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "5m", "x-form": "a duration such as 500ms, 30s, 5m or 2h" } } } } };
const schema32 = { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } };
const schema33 = { "type": "object", "description": "How boldly nanometal may act. What a facility does not say, the fleet says; what neither says has the default named here.", "x-impact": "none", "additionalProperties": false, "properties": { "maxConcurrent": { "description": "Disruptions that may run in one facility at one time.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 10000, "default": 1 }, "maxPerCommit": { "description": "A commit that newly authorises more disruptive actions than this in one facility is held whole.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 100000, "default": 10 }, "drift": { "description": "What is done when hardware no longer is as it was declared and putting it right would disrupt: `hold` waits for a commit, `correct` puts it right by itself.", "x-impact": "none", "enum": ["hold", "correct"], "type": "string", "default": "hold" }, "powerOnPace": { "description": "Time between two power-ons in one rack, because of inrush current.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "2s", "x-form": "a duration such as 500ms, 30s, 5m or 2h" }, "gracefulShutdown": { "description": "How long an operating system may take to shut down before its power is cut.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "5m", "x-form": "a duration such as 500ms, 30s, 5m or 2h" } } };
const pattern4 = new RegExp("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern5 = new RegExp("^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "u");
const pattern6 = new RegExp("^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "u");
const pattern7 = new RegExp("^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate20.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.apiVersion === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, schema: schema31.required, parentSchema: schema31, data };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.kind === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema31.required, parentSchema: schema31, data };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.metadata === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, schema: schema31.required, parentSchema: schema31, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.spec === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, schema: schema31.required, parentSchema: schema31, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema31, data };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.apiVersion !== undefined) {
            let data0 = data.apiVersion;
            if ("nanometal/v1alpha1" !== data0) {
                const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, schema: "nanometal/v1alpha1", parentSchema: schema31.properties.apiVersion, data: data0 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.kind !== undefined) {
            let data1 = data.kind;
            if ("Fleet" !== data1) {
                const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Fleet" }, schema: "Fleet", parentSchema: schema31.properties.kind, data: data1 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.metadata !== undefined) {
            let data2 = data.metadata;
            if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                if (data2.name === undefined) {
                    const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/required", keyword: "required", params: { missingProperty: "name" }, schema: schema32.required, parentSchema: schema32, data: data2 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
                for (const key1 in data2) {
                    if (!((key1 === "name") || (key1 === "labels"))) {
                        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema32, data: data2 };
                        if (vErrors === null) {
                            vErrors = [err8];
                        }
                        else {
                            vErrors.push(err8);
                        }
                        errors++;
                    }
                }
                if (data2.name !== undefined) {
                    let data3 = data2.name;
                    if (typeof data3 === "string") {
                        if (!pattern4.test(data3)) {
                            const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema32.properties.name, data: data3 };
                            if (vErrors === null) {
                                vErrors = [err9];
                            }
                            else {
                                vErrors.push(err9);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err10 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema32.properties.name.type, parentSchema: schema32.properties.name, data: data3 };
                        if (vErrors === null) {
                            vErrors = [err10];
                        }
                        else {
                            vErrors.push(err10);
                        }
                        errors++;
                    }
                }
                if (data2.labels !== undefined) {
                    let data4 = data2.labels;
                    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                        if (Object.keys(data4).length > 64) {
                            const err11 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 64 }, schema: 64, parentSchema: schema32.properties.labels, data: data4 };
                            if (vErrors === null) {
                                vErrors = [err11];
                            }
                            else {
                                vErrors.push(err11);
                            }
                            errors++;
                        }
                        for (const key2 in data4) {
                            const _errs12 = errors;
                            if (typeof key2 === "string") {
                                if (!pattern5.test(key2)) {
                                    const err12 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$" }, schema: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", parentSchema: schema32.properties.labels.propertyNames, data: key2, propertyName: key2 };
                                    if (vErrors === null) {
                                        vErrors = [err12];
                                    }
                                    else {
                                        vErrors.push(err12);
                                    }
                                    errors++;
                                }
                            }
                            var valid3 = _errs12 === errors;
                            if (!valid3) {
                                const err13 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, schema: schema32.properties.labels.propertyNames, parentSchema: schema32.properties.labels, data: data4 };
                                if (vErrors === null) {
                                    vErrors = [err13];
                                }
                                else {
                                    vErrors.push(err13);
                                }
                                errors++;
                            }
                        }
                        for (const key3 in data4) {
                            let data5 = data4[key3];
                            if (typeof data5 === "string") {
                                if (!pattern6.test(data5)) {
                                    const err14 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, schema: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema32.properties.labels.additionalProperties, data: data5 };
                                    if (vErrors === null) {
                                        vErrors = [err14];
                                    }
                                    else {
                                        vErrors.push(err14);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err15 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema32.properties.labels.additionalProperties.type, parentSchema: schema32.properties.labels.additionalProperties, data: data5 };
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err16 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/type", keyword: "type", params: { type: "object" }, schema: schema32.properties.labels.type, parentSchema: schema32.properties.labels, data: data4 };
                        if (vErrors === null) {
                            vErrors = [err16];
                        }
                        else {
                            vErrors.push(err16);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err17 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/type", keyword: "type", params: { type: "object" }, schema: schema32.type, parentSchema: schema32, data: data2 };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.spec !== undefined) {
            let data6 = data.spec;
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                for (const key4 in data6) {
                    if (!(key4 === "policy")) {
                        const err18 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema31.properties.spec, data: data6 };
                        if (vErrors === null) {
                            vErrors = [err18];
                        }
                        else {
                            vErrors.push(err18);
                        }
                        errors++;
                    }
                }
                if (data6.policy !== undefined) {
                    let data7 = data6.policy;
                    if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                        for (const key5 in data7) {
                            if (!(((((key5 === "maxConcurrent") || (key5 === "maxPerCommit")) || (key5 === "drift")) || (key5 === "powerOnPace")) || (key5 === "gracefulShutdown"))) {
                                const err19 = { instancePath: instancePath + "/spec/policy", schemaPath: "#/$defs/policy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema33, data: data7 };
                                if (vErrors === null) {
                                    vErrors = [err19];
                                }
                                else {
                                    vErrors.push(err19);
                                }
                                errors++;
                            }
                        }
                        if (data7.maxConcurrent !== undefined) {
                            let data8 = data7.maxConcurrent;
                            if (!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) {
                                const err20 = { instancePath: instancePath + "/spec/policy/maxConcurrent", schemaPath: "#/$defs/policy/properties/maxConcurrent/type", keyword: "type", params: { type: "integer" }, schema: schema33.properties.maxConcurrent.type, parentSchema: schema33.properties.maxConcurrent, data: data8 };
                                if (vErrors === null) {
                                    vErrors = [err20];
                                }
                                else {
                                    vErrors.push(err20);
                                }
                                errors++;
                            }
                            if ((typeof data8 == "number") && (isFinite(data8))) {
                                if (data8 > 10000 || isNaN(data8)) {
                                    const err21 = { instancePath: instancePath + "/spec/policy/maxConcurrent", schemaPath: "#/$defs/policy/properties/maxConcurrent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10000 }, schema: 10000, parentSchema: schema33.properties.maxConcurrent, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err21];
                                    }
                                    else {
                                        vErrors.push(err21);
                                    }
                                    errors++;
                                }
                                if (data8 < 1 || isNaN(data8)) {
                                    const err22 = { instancePath: instancePath + "/spec/policy/maxConcurrent", schemaPath: "#/$defs/policy/properties/maxConcurrent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema33.properties.maxConcurrent, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err22];
                                    }
                                    else {
                                        vErrors.push(err22);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data7.maxPerCommit !== undefined) {
                            let data9 = data7.maxPerCommit;
                            if (!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))) {
                                const err23 = { instancePath: instancePath + "/spec/policy/maxPerCommit", schemaPath: "#/$defs/policy/properties/maxPerCommit/type", keyword: "type", params: { type: "integer" }, schema: schema33.properties.maxPerCommit.type, parentSchema: schema33.properties.maxPerCommit, data: data9 };
                                if (vErrors === null) {
                                    vErrors = [err23];
                                }
                                else {
                                    vErrors.push(err23);
                                }
                                errors++;
                            }
                            if ((typeof data9 == "number") && (isFinite(data9))) {
                                if (data9 > 100000 || isNaN(data9)) {
                                    const err24 = { instancePath: instancePath + "/spec/policy/maxPerCommit", schemaPath: "#/$defs/policy/properties/maxPerCommit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 }, schema: 100000, parentSchema: schema33.properties.maxPerCommit, data: data9 };
                                    if (vErrors === null) {
                                        vErrors = [err24];
                                    }
                                    else {
                                        vErrors.push(err24);
                                    }
                                    errors++;
                                }
                                if (data9 < 1 || isNaN(data9)) {
                                    const err25 = { instancePath: instancePath + "/spec/policy/maxPerCommit", schemaPath: "#/$defs/policy/properties/maxPerCommit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema33.properties.maxPerCommit, data: data9 };
                                    if (vErrors === null) {
                                        vErrors = [err25];
                                    }
                                    else {
                                        vErrors.push(err25);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data7.drift !== undefined) {
                            let data10 = data7.drift;
                            if (typeof data10 !== "string") {
                                const err26 = { instancePath: instancePath + "/spec/policy/drift", schemaPath: "#/$defs/policy/properties/drift/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.drift.type, parentSchema: schema33.properties.drift, data: data10 };
                                if (vErrors === null) {
                                    vErrors = [err26];
                                }
                                else {
                                    vErrors.push(err26);
                                }
                                errors++;
                            }
                            if (!((data10 === "hold") || (data10 === "correct"))) {
                                const err27 = { instancePath: instancePath + "/spec/policy/drift", schemaPath: "#/$defs/policy/properties/drift/enum", keyword: "enum", params: { allowedValues: schema33.properties.drift.enum }, schema: schema33.properties.drift.enum, parentSchema: schema33.properties.drift, data: data10 };
                                if (vErrors === null) {
                                    vErrors = [err27];
                                }
                                else {
                                    vErrors.push(err27);
                                }
                                errors++;
                            }
                        }
                        if (data7.powerOnPace !== undefined) {
                            let data11 = data7.powerOnPace;
                            if (typeof data11 === "string") {
                                if (!pattern7.test(data11)) {
                                    const err28 = { instancePath: instancePath + "/spec/policy/powerOnPace", schemaPath: "#/$defs/policy/properties/powerOnPace/pattern", keyword: "pattern", params: { pattern: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$" }, schema: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", parentSchema: schema33.properties.powerOnPace, data: data11 };
                                    if (vErrors === null) {
                                        vErrors = [err28];
                                    }
                                    else {
                                        vErrors.push(err28);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err29 = { instancePath: instancePath + "/spec/policy/powerOnPace", schemaPath: "#/$defs/policy/properties/powerOnPace/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.powerOnPace.type, parentSchema: schema33.properties.powerOnPace, data: data11 };
                                if (vErrors === null) {
                                    vErrors = [err29];
                                }
                                else {
                                    vErrors.push(err29);
                                }
                                errors++;
                            }
                        }
                        if (data7.gracefulShutdown !== undefined) {
                            let data12 = data7.gracefulShutdown;
                            if (typeof data12 === "string") {
                                if (!pattern7.test(data12)) {
                                    const err30 = { instancePath: instancePath + "/spec/policy/gracefulShutdown", schemaPath: "#/$defs/policy/properties/gracefulShutdown/pattern", keyword: "pattern", params: { pattern: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$" }, schema: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", parentSchema: schema33.properties.gracefulShutdown, data: data12 };
                                    if (vErrors === null) {
                                        vErrors = [err30];
                                    }
                                    else {
                                        vErrors.push(err30);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err31 = { instancePath: instancePath + "/spec/policy/gracefulShutdown", schemaPath: "#/$defs/policy/properties/gracefulShutdown/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.gracefulShutdown.type, parentSchema: schema33.properties.gracefulShutdown, data: data12 };
                                if (vErrors === null) {
                                    vErrors = [err31];
                                }
                                else {
                                    vErrors.push(err31);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err32 = { instancePath: instancePath + "/spec/policy", schemaPath: "#/$defs/policy/type", keyword: "type", params: { type: "object" }, schema: schema33.type, parentSchema: schema33, data: data7 };
                        if (vErrors === null) {
                            vErrors = [err32];
                        }
                        else {
                            vErrors.push(err32);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err33 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, schema: schema31.properties.spec.type, parentSchema: schema31.properties.spec, data: data6 };
                if (vErrors === null) {
                    vErrors = [err33];
                }
                else {
                    vErrors.push(err33);
                }
                errors++;
            }
        }
    }
    else {
        const err34 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema31.type, parentSchema: schema31, data };
        if (vErrors === null) {
            vErrors = [err34];
        }
        else {
            vErrors.push(err34);
        }
        errors++;
    }
    validate20.errors = vErrors;
    return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export const facility = validate21;
const schema34 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/facility.schema.json", "title": "FacilityManifest", "description": "`facilities/<f>/facility.yaml`: one facility and how it is to be treated.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "description": "The version of this format.", "x-impact": "none", "const": "nanometal/v1alpha1" }, "kind": { "description": "What kind of object the file holds; its path must agree.", "x-impact": "none", "const": "Facility" }, "metadata": { "description": "Who this object is.", "x-impact": "none", "$ref": "#/$defs/metadata" }, "spec": { "type": "object", "description": "One facility.", "x-impact": "none", "additionalProperties": false, "required": ["ranges"], "properties": { "ranges": { "type": "object", "description": "Address ranges (CIDR). A peer outside the ranges of its sort is never connected to.", "x-impact": "none", "additionalProperties": false, "required": ["bmc"], "properties": { "bmc": { "description": "Where the BMCs are.", "x-impact": "none", "type": "array", "minItems": 1, "maxItems": 256, "items": { "type": "string", "format": "cidr", "x-form": "an address range such as 10.1.0.0/16 or fd00:1::/48" } }, "provisioning": { "description": "Where machines are while they are installed.", "x-impact": "none", "type": "array", "minItems": 1, "maxItems": 256, "items": { "type": "string", "format": "cidr", "x-form": "an address range such as 10.1.0.0/16 or fd00:1::/48" } }, "images": { "description": "Where images are fetched from.", "x-impact": "none", "type": "array", "minItems": 1, "maxItems": 256, "items": { "type": "string", "format": "cidr", "x-form": "an address range such as 10.1.0.0/16 or fd00:1::/48" } } } }, "policy": { "description": "What this facility treats otherwise than the fleet.", "x-impact": "none", "$ref": "#/$defs/policy" }, "windows": { "description": "Disruptive actions start only inside one of these; what has begun may end outside. Absent: always.", "x-impact": "none", "type": "array", "maxItems": 32, "items": { "$ref": "#/$defs/window" } }, "paused": { "description": "The whole facility is looked at and not acted upon. Heeded even when the commit that brings it is rejected for something else.", "x-impact": "none", "$ref": "#/$defs/pause" } } } }, "$defs": { "metadata": { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } }, "policy": { "type": "object", "description": "How boldly nanometal may act. What a facility does not say, the fleet says; what neither says has the default named here.", "x-impact": "none", "additionalProperties": false, "properties": { "maxConcurrent": { "description": "Disruptions that may run in one facility at one time.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 10000, "default": 1 }, "maxPerCommit": { "description": "A commit that newly authorises more disruptive actions than this in one facility is held whole.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 100000, "default": 10 }, "drift": { "description": "What is done when hardware no longer is as it was declared and putting it right would disrupt: `hold` waits for a commit, `correct` puts it right by itself.", "x-impact": "none", "enum": ["hold", "correct"], "type": "string", "default": "hold" }, "powerOnPace": { "description": "Time between two power-ons in one rack, because of inrush current.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "2s", "x-form": "a duration such as 500ms, 30s, 5m or 2h" }, "gracefulShutdown": { "description": "How long an operating system may take to shut down before its power is cut.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "5m", "x-form": "a duration such as 500ms, 30s, 5m or 2h" } } }, "window": { "type": "object", "description": "A time in which disruptive actions may start.", "x-impact": "none", "additionalProperties": false, "required": ["from", "to", "timezone"], "properties": { "days": { "description": "The days on which the window begins. Absent: every day.", "x-impact": "none", "type": "array", "minItems": 1, "maxItems": 7, "items": { "type": "string", "enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] } }, "from": { "description": "When it begins, as the clock on the wall of that time zone shows.", "x-impact": "none", "type": "string", "pattern": "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", "x-form": "a time of day such as \"22:00\"" }, "to": { "description": "When it ends. Before `from`: on the next day. `24:00` is midnight.", "x-impact": "none", "type": "string", "pattern": "^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "x-form": "a time of day such as \"06:00\"" }, "timezone": { "description": "IANA name of the time zone, such as Europe/Amsterdam or UTC.", "x-impact": "none", "type": "string", "format": "timezone", "x-form": "an IANA time zone such as Europe/Amsterdam or UTC" } } }, "pause": { "type": "object", "description": "Why nothing is done, and until when.", "x-impact": "none", "additionalProperties": false, "required": ["reason"], "properties": { "reason": { "description": "For people: who asked for it and why, such as a change number.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 256 }, "until": { "description": "When it ends by itself. Absent: when a commit takes it back.", "x-impact": "none", "type": "string", "format": "date-time", "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)" } } } } };
const schema35 = { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } };
const schema36 = { "type": "object", "description": "How boldly nanometal may act. What a facility does not say, the fleet says; what neither says has the default named here.", "x-impact": "none", "additionalProperties": false, "properties": { "maxConcurrent": { "description": "Disruptions that may run in one facility at one time.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 10000, "default": 1 }, "maxPerCommit": { "description": "A commit that newly authorises more disruptive actions than this in one facility is held whole.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 100000, "default": 10 }, "drift": { "description": "What is done when hardware no longer is as it was declared and putting it right would disrupt: `hold` waits for a commit, `correct` puts it right by itself.", "x-impact": "none", "enum": ["hold", "correct"], "type": "string", "default": "hold" }, "powerOnPace": { "description": "Time between two power-ons in one rack, because of inrush current.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "2s", "x-form": "a duration such as 500ms, 30s, 5m or 2h" }, "gracefulShutdown": { "description": "How long an operating system may take to shut down before its power is cut.", "x-impact": "none", "type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", "default": "5m", "x-form": "a duration such as 500ms, 30s, 5m or 2h" } } };
const schema37 = { "type": "object", "description": "A time in which disruptive actions may start.", "x-impact": "none", "additionalProperties": false, "required": ["from", "to", "timezone"], "properties": { "days": { "description": "The days on which the window begins. Absent: every day.", "x-impact": "none", "type": "array", "minItems": 1, "maxItems": 7, "items": { "type": "string", "enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] } }, "from": { "description": "When it begins, as the clock on the wall of that time zone shows.", "x-impact": "none", "type": "string", "pattern": "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", "x-form": "a time of day such as \"22:00\"" }, "to": { "description": "When it ends. Before `from`: on the next day. `24:00` is midnight.", "x-impact": "none", "type": "string", "pattern": "^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "x-form": "a time of day such as \"06:00\"" }, "timezone": { "description": "IANA name of the time zone, such as Europe/Amsterdam or UTC.", "x-impact": "none", "type": "string", "format": "timezone", "x-form": "an IANA time zone such as Europe/Amsterdam or UTC" } } };
const schema38 = { "type": "object", "description": "Why nothing is done, and until when.", "x-impact": "none", "additionalProperties": false, "required": ["reason"], "properties": { "reason": { "description": "For people: who asked for it and why, such as a change number.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 256 }, "until": { "description": "When it ends by itself. Absent: when a commit takes it back.", "x-impact": "none", "type": "string", "format": "date-time", "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)" } } };
const pattern14 = new RegExp("^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", "u");
const pattern15 = new RegExp("^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "u");
const formats0 = formats.cidr;
const formats6 = formats.timezone;
const formats8 = formats["date-time"];
const func1 = codePoints;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate21.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.apiVersion === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, schema: schema34.required, parentSchema: schema34, data };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.kind === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema34.required, parentSchema: schema34, data };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.metadata === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, schema: schema34.required, parentSchema: schema34, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.spec === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, schema: schema34.required, parentSchema: schema34, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema34, data };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.apiVersion !== undefined) {
            let data0 = data.apiVersion;
            if ("nanometal/v1alpha1" !== data0) {
                const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, schema: "nanometal/v1alpha1", parentSchema: schema34.properties.apiVersion, data: data0 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.kind !== undefined) {
            let data1 = data.kind;
            if ("Facility" !== data1) {
                const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Facility" }, schema: "Facility", parentSchema: schema34.properties.kind, data: data1 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.metadata !== undefined) {
            let data2 = data.metadata;
            if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                if (data2.name === undefined) {
                    const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/required", keyword: "required", params: { missingProperty: "name" }, schema: schema35.required, parentSchema: schema35, data: data2 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
                for (const key1 in data2) {
                    if (!((key1 === "name") || (key1 === "labels"))) {
                        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema35, data: data2 };
                        if (vErrors === null) {
                            vErrors = [err8];
                        }
                        else {
                            vErrors.push(err8);
                        }
                        errors++;
                    }
                }
                if (data2.name !== undefined) {
                    let data3 = data2.name;
                    if (typeof data3 === "string") {
                        if (!pattern4.test(data3)) {
                            const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema35.properties.name, data: data3 };
                            if (vErrors === null) {
                                vErrors = [err9];
                            }
                            else {
                                vErrors.push(err9);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err10 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema35.properties.name.type, parentSchema: schema35.properties.name, data: data3 };
                        if (vErrors === null) {
                            vErrors = [err10];
                        }
                        else {
                            vErrors.push(err10);
                        }
                        errors++;
                    }
                }
                if (data2.labels !== undefined) {
                    let data4 = data2.labels;
                    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                        if (Object.keys(data4).length > 64) {
                            const err11 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 64 }, schema: 64, parentSchema: schema35.properties.labels, data: data4 };
                            if (vErrors === null) {
                                vErrors = [err11];
                            }
                            else {
                                vErrors.push(err11);
                            }
                            errors++;
                        }
                        for (const key2 in data4) {
                            const _errs12 = errors;
                            if (typeof key2 === "string") {
                                if (!pattern5.test(key2)) {
                                    const err12 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$" }, schema: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", parentSchema: schema35.properties.labels.propertyNames, data: key2, propertyName: key2 };
                                    if (vErrors === null) {
                                        vErrors = [err12];
                                    }
                                    else {
                                        vErrors.push(err12);
                                    }
                                    errors++;
                                }
                            }
                            var valid3 = _errs12 === errors;
                            if (!valid3) {
                                const err13 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, schema: schema35.properties.labels.propertyNames, parentSchema: schema35.properties.labels, data: data4 };
                                if (vErrors === null) {
                                    vErrors = [err13];
                                }
                                else {
                                    vErrors.push(err13);
                                }
                                errors++;
                            }
                        }
                        for (const key3 in data4) {
                            let data5 = data4[key3];
                            if (typeof data5 === "string") {
                                if (!pattern6.test(data5)) {
                                    const err14 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, schema: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema35.properties.labels.additionalProperties, data: data5 };
                                    if (vErrors === null) {
                                        vErrors = [err14];
                                    }
                                    else {
                                        vErrors.push(err14);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err15 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema35.properties.labels.additionalProperties.type, parentSchema: schema35.properties.labels.additionalProperties, data: data5 };
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err16 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/type", keyword: "type", params: { type: "object" }, schema: schema35.properties.labels.type, parentSchema: schema35.properties.labels, data: data4 };
                        if (vErrors === null) {
                            vErrors = [err16];
                        }
                        else {
                            vErrors.push(err16);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err17 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/type", keyword: "type", params: { type: "object" }, schema: schema35.type, parentSchema: schema35, data: data2 };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.spec !== undefined) {
            let data6 = data.spec;
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                if (data6.ranges === undefined) {
                    const err18 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "ranges" }, schema: schema34.properties.spec.required, parentSchema: schema34.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
                for (const key4 in data6) {
                    if (!((((key4 === "ranges") || (key4 === "policy")) || (key4 === "windows")) || (key4 === "paused"))) {
                        const err19 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema34.properties.spec, data: data6 };
                        if (vErrors === null) {
                            vErrors = [err19];
                        }
                        else {
                            vErrors.push(err19);
                        }
                        errors++;
                    }
                }
                if (data6.ranges !== undefined) {
                    let data7 = data6.ranges;
                    if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                        if (data7.bmc === undefined) {
                            const err20 = { instancePath: instancePath + "/spec/ranges", schemaPath: "#/properties/spec/properties/ranges/required", keyword: "required", params: { missingProperty: "bmc" }, schema: schema34.properties.spec.properties.ranges.required, parentSchema: schema34.properties.spec.properties.ranges, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err20];
                            }
                            else {
                                vErrors.push(err20);
                            }
                            errors++;
                        }
                        for (const key5 in data7) {
                            if (!(((key5 === "bmc") || (key5 === "provisioning")) || (key5 === "images"))) {
                                const err21 = { instancePath: instancePath + "/spec/ranges", schemaPath: "#/properties/spec/properties/ranges/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema34.properties.spec.properties.ranges, data: data7 };
                                if (vErrors === null) {
                                    vErrors = [err21];
                                }
                                else {
                                    vErrors.push(err21);
                                }
                                errors++;
                            }
                        }
                        if (data7.bmc !== undefined) {
                            let data8 = data7.bmc;
                            if (Array.isArray(data8)) {
                                if (data8.length > 256) {
                                    const err22 = { instancePath: instancePath + "/spec/ranges/bmc", schemaPath: "#/properties/spec/properties/ranges/properties/bmc/maxItems", keyword: "maxItems", params: { limit: 256 }, schema: 256, parentSchema: schema34.properties.spec.properties.ranges.properties.bmc, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err22];
                                    }
                                    else {
                                        vErrors.push(err22);
                                    }
                                    errors++;
                                }
                                if (data8.length < 1) {
                                    const err23 = { instancePath: instancePath + "/spec/ranges/bmc", schemaPath: "#/properties/spec/properties/ranges/properties/bmc/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema34.properties.spec.properties.ranges.properties.bmc, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err23];
                                    }
                                    else {
                                        vErrors.push(err23);
                                    }
                                    errors++;
                                }
                                const len0 = data8.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                    let data9 = data8[i0];
                                    if (typeof data9 === "string") {
                                        if (!(formats0(data9))) {
                                            const err24 = { instancePath: instancePath + "/spec/ranges/bmc/" + i0, schemaPath: "#/properties/spec/properties/ranges/properties/bmc/items/format", keyword: "format", params: { format: "cidr" }, schema: "cidr", parentSchema: schema34.properties.spec.properties.ranges.properties.bmc.items, data: data9 };
                                            if (vErrors === null) {
                                                vErrors = [err24];
                                            }
                                            else {
                                                vErrors.push(err24);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err25 = { instancePath: instancePath + "/spec/ranges/bmc/" + i0, schemaPath: "#/properties/spec/properties/ranges/properties/bmc/items/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.spec.properties.ranges.properties.bmc.items.type, parentSchema: schema34.properties.spec.properties.ranges.properties.bmc.items, data: data9 };
                                        if (vErrors === null) {
                                            vErrors = [err25];
                                        }
                                        else {
                                            vErrors.push(err25);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err26 = { instancePath: instancePath + "/spec/ranges/bmc", schemaPath: "#/properties/spec/properties/ranges/properties/bmc/type", keyword: "type", params: { type: "array" }, schema: schema34.properties.spec.properties.ranges.properties.bmc.type, parentSchema: schema34.properties.spec.properties.ranges.properties.bmc, data: data8 };
                                if (vErrors === null) {
                                    vErrors = [err26];
                                }
                                else {
                                    vErrors.push(err26);
                                }
                                errors++;
                            }
                        }
                        if (data7.provisioning !== undefined) {
                            let data10 = data7.provisioning;
                            if (Array.isArray(data10)) {
                                if (data10.length > 256) {
                                    const err27 = { instancePath: instancePath + "/spec/ranges/provisioning", schemaPath: "#/properties/spec/properties/ranges/properties/provisioning/maxItems", keyword: "maxItems", params: { limit: 256 }, schema: 256, parentSchema: schema34.properties.spec.properties.ranges.properties.provisioning, data: data10 };
                                    if (vErrors === null) {
                                        vErrors = [err27];
                                    }
                                    else {
                                        vErrors.push(err27);
                                    }
                                    errors++;
                                }
                                if (data10.length < 1) {
                                    const err28 = { instancePath: instancePath + "/spec/ranges/provisioning", schemaPath: "#/properties/spec/properties/ranges/properties/provisioning/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema34.properties.spec.properties.ranges.properties.provisioning, data: data10 };
                                    if (vErrors === null) {
                                        vErrors = [err28];
                                    }
                                    else {
                                        vErrors.push(err28);
                                    }
                                    errors++;
                                }
                                const len1 = data10.length;
                                for (let i1 = 0; i1 < len1; i1++) {
                                    let data11 = data10[i1];
                                    if (typeof data11 === "string") {
                                        if (!(formats0(data11))) {
                                            const err29 = { instancePath: instancePath + "/spec/ranges/provisioning/" + i1, schemaPath: "#/properties/spec/properties/ranges/properties/provisioning/items/format", keyword: "format", params: { format: "cidr" }, schema: "cidr", parentSchema: schema34.properties.spec.properties.ranges.properties.provisioning.items, data: data11 };
                                            if (vErrors === null) {
                                                vErrors = [err29];
                                            }
                                            else {
                                                vErrors.push(err29);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err30 = { instancePath: instancePath + "/spec/ranges/provisioning/" + i1, schemaPath: "#/properties/spec/properties/ranges/properties/provisioning/items/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.spec.properties.ranges.properties.provisioning.items.type, parentSchema: schema34.properties.spec.properties.ranges.properties.provisioning.items, data: data11 };
                                        if (vErrors === null) {
                                            vErrors = [err30];
                                        }
                                        else {
                                            vErrors.push(err30);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err31 = { instancePath: instancePath + "/spec/ranges/provisioning", schemaPath: "#/properties/spec/properties/ranges/properties/provisioning/type", keyword: "type", params: { type: "array" }, schema: schema34.properties.spec.properties.ranges.properties.provisioning.type, parentSchema: schema34.properties.spec.properties.ranges.properties.provisioning, data: data10 };
                                if (vErrors === null) {
                                    vErrors = [err31];
                                }
                                else {
                                    vErrors.push(err31);
                                }
                                errors++;
                            }
                        }
                        if (data7.images !== undefined) {
                            let data12 = data7.images;
                            if (Array.isArray(data12)) {
                                if (data12.length > 256) {
                                    const err32 = { instancePath: instancePath + "/spec/ranges/images", schemaPath: "#/properties/spec/properties/ranges/properties/images/maxItems", keyword: "maxItems", params: { limit: 256 }, schema: 256, parentSchema: schema34.properties.spec.properties.ranges.properties.images, data: data12 };
                                    if (vErrors === null) {
                                        vErrors = [err32];
                                    }
                                    else {
                                        vErrors.push(err32);
                                    }
                                    errors++;
                                }
                                if (data12.length < 1) {
                                    const err33 = { instancePath: instancePath + "/spec/ranges/images", schemaPath: "#/properties/spec/properties/ranges/properties/images/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema34.properties.spec.properties.ranges.properties.images, data: data12 };
                                    if (vErrors === null) {
                                        vErrors = [err33];
                                    }
                                    else {
                                        vErrors.push(err33);
                                    }
                                    errors++;
                                }
                                const len2 = data12.length;
                                for (let i2 = 0; i2 < len2; i2++) {
                                    let data13 = data12[i2];
                                    if (typeof data13 === "string") {
                                        if (!(formats0(data13))) {
                                            const err34 = { instancePath: instancePath + "/spec/ranges/images/" + i2, schemaPath: "#/properties/spec/properties/ranges/properties/images/items/format", keyword: "format", params: { format: "cidr" }, schema: "cidr", parentSchema: schema34.properties.spec.properties.ranges.properties.images.items, data: data13 };
                                            if (vErrors === null) {
                                                vErrors = [err34];
                                            }
                                            else {
                                                vErrors.push(err34);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err35 = { instancePath: instancePath + "/spec/ranges/images/" + i2, schemaPath: "#/properties/spec/properties/ranges/properties/images/items/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.spec.properties.ranges.properties.images.items.type, parentSchema: schema34.properties.spec.properties.ranges.properties.images.items, data: data13 };
                                        if (vErrors === null) {
                                            vErrors = [err35];
                                        }
                                        else {
                                            vErrors.push(err35);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err36 = { instancePath: instancePath + "/spec/ranges/images", schemaPath: "#/properties/spec/properties/ranges/properties/images/type", keyword: "type", params: { type: "array" }, schema: schema34.properties.spec.properties.ranges.properties.images.type, parentSchema: schema34.properties.spec.properties.ranges.properties.images, data: data12 };
                                if (vErrors === null) {
                                    vErrors = [err36];
                                }
                                else {
                                    vErrors.push(err36);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err37 = { instancePath: instancePath + "/spec/ranges", schemaPath: "#/properties/spec/properties/ranges/type", keyword: "type", params: { type: "object" }, schema: schema34.properties.spec.properties.ranges.type, parentSchema: schema34.properties.spec.properties.ranges, data: data7 };
                        if (vErrors === null) {
                            vErrors = [err37];
                        }
                        else {
                            vErrors.push(err37);
                        }
                        errors++;
                    }
                }
                if (data6.policy !== undefined) {
                    let data14 = data6.policy;
                    if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                        for (const key6 in data14) {
                            if (!(((((key6 === "maxConcurrent") || (key6 === "maxPerCommit")) || (key6 === "drift")) || (key6 === "powerOnPace")) || (key6 === "gracefulShutdown"))) {
                                const err38 = { instancePath: instancePath + "/spec/policy", schemaPath: "#/$defs/policy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema36, data: data14 };
                                if (vErrors === null) {
                                    vErrors = [err38];
                                }
                                else {
                                    vErrors.push(err38);
                                }
                                errors++;
                            }
                        }
                        if (data14.maxConcurrent !== undefined) {
                            let data15 = data14.maxConcurrent;
                            if (!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))) {
                                const err39 = { instancePath: instancePath + "/spec/policy/maxConcurrent", schemaPath: "#/$defs/policy/properties/maxConcurrent/type", keyword: "type", params: { type: "integer" }, schema: schema36.properties.maxConcurrent.type, parentSchema: schema36.properties.maxConcurrent, data: data15 };
                                if (vErrors === null) {
                                    vErrors = [err39];
                                }
                                else {
                                    vErrors.push(err39);
                                }
                                errors++;
                            }
                            if ((typeof data15 == "number") && (isFinite(data15))) {
                                if (data15 > 10000 || isNaN(data15)) {
                                    const err40 = { instancePath: instancePath + "/spec/policy/maxConcurrent", schemaPath: "#/$defs/policy/properties/maxConcurrent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10000 }, schema: 10000, parentSchema: schema36.properties.maxConcurrent, data: data15 };
                                    if (vErrors === null) {
                                        vErrors = [err40];
                                    }
                                    else {
                                        vErrors.push(err40);
                                    }
                                    errors++;
                                }
                                if (data15 < 1 || isNaN(data15)) {
                                    const err41 = { instancePath: instancePath + "/spec/policy/maxConcurrent", schemaPath: "#/$defs/policy/properties/maxConcurrent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema36.properties.maxConcurrent, data: data15 };
                                    if (vErrors === null) {
                                        vErrors = [err41];
                                    }
                                    else {
                                        vErrors.push(err41);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data14.maxPerCommit !== undefined) {
                            let data16 = data14.maxPerCommit;
                            if (!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))) {
                                const err42 = { instancePath: instancePath + "/spec/policy/maxPerCommit", schemaPath: "#/$defs/policy/properties/maxPerCommit/type", keyword: "type", params: { type: "integer" }, schema: schema36.properties.maxPerCommit.type, parentSchema: schema36.properties.maxPerCommit, data: data16 };
                                if (vErrors === null) {
                                    vErrors = [err42];
                                }
                                else {
                                    vErrors.push(err42);
                                }
                                errors++;
                            }
                            if ((typeof data16 == "number") && (isFinite(data16))) {
                                if (data16 > 100000 || isNaN(data16)) {
                                    const err43 = { instancePath: instancePath + "/spec/policy/maxPerCommit", schemaPath: "#/$defs/policy/properties/maxPerCommit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 }, schema: 100000, parentSchema: schema36.properties.maxPerCommit, data: data16 };
                                    if (vErrors === null) {
                                        vErrors = [err43];
                                    }
                                    else {
                                        vErrors.push(err43);
                                    }
                                    errors++;
                                }
                                if (data16 < 1 || isNaN(data16)) {
                                    const err44 = { instancePath: instancePath + "/spec/policy/maxPerCommit", schemaPath: "#/$defs/policy/properties/maxPerCommit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema36.properties.maxPerCommit, data: data16 };
                                    if (vErrors === null) {
                                        vErrors = [err44];
                                    }
                                    else {
                                        vErrors.push(err44);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data14.drift !== undefined) {
                            let data17 = data14.drift;
                            if (typeof data17 !== "string") {
                                const err45 = { instancePath: instancePath + "/spec/policy/drift", schemaPath: "#/$defs/policy/properties/drift/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.drift.type, parentSchema: schema36.properties.drift, data: data17 };
                                if (vErrors === null) {
                                    vErrors = [err45];
                                }
                                else {
                                    vErrors.push(err45);
                                }
                                errors++;
                            }
                            if (!((data17 === "hold") || (data17 === "correct"))) {
                                const err46 = { instancePath: instancePath + "/spec/policy/drift", schemaPath: "#/$defs/policy/properties/drift/enum", keyword: "enum", params: { allowedValues: schema36.properties.drift.enum }, schema: schema36.properties.drift.enum, parentSchema: schema36.properties.drift, data: data17 };
                                if (vErrors === null) {
                                    vErrors = [err46];
                                }
                                else {
                                    vErrors.push(err46);
                                }
                                errors++;
                            }
                        }
                        if (data14.powerOnPace !== undefined) {
                            let data18 = data14.powerOnPace;
                            if (typeof data18 === "string") {
                                if (!pattern7.test(data18)) {
                                    const err47 = { instancePath: instancePath + "/spec/policy/powerOnPace", schemaPath: "#/$defs/policy/properties/powerOnPace/pattern", keyword: "pattern", params: { pattern: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$" }, schema: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", parentSchema: schema36.properties.powerOnPace, data: data18 };
                                    if (vErrors === null) {
                                        vErrors = [err47];
                                    }
                                    else {
                                        vErrors.push(err47);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err48 = { instancePath: instancePath + "/spec/policy/powerOnPace", schemaPath: "#/$defs/policy/properties/powerOnPace/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.powerOnPace.type, parentSchema: schema36.properties.powerOnPace, data: data18 };
                                if (vErrors === null) {
                                    vErrors = [err48];
                                }
                                else {
                                    vErrors.push(err48);
                                }
                                errors++;
                            }
                        }
                        if (data14.gracefulShutdown !== undefined) {
                            let data19 = data14.gracefulShutdown;
                            if (typeof data19 === "string") {
                                if (!pattern7.test(data19)) {
                                    const err49 = { instancePath: instancePath + "/spec/policy/gracefulShutdown", schemaPath: "#/$defs/policy/properties/gracefulShutdown/pattern", keyword: "pattern", params: { pattern: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$" }, schema: "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$", parentSchema: schema36.properties.gracefulShutdown, data: data19 };
                                    if (vErrors === null) {
                                        vErrors = [err49];
                                    }
                                    else {
                                        vErrors.push(err49);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err50 = { instancePath: instancePath + "/spec/policy/gracefulShutdown", schemaPath: "#/$defs/policy/properties/gracefulShutdown/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.gracefulShutdown.type, parentSchema: schema36.properties.gracefulShutdown, data: data19 };
                                if (vErrors === null) {
                                    vErrors = [err50];
                                }
                                else {
                                    vErrors.push(err50);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err51 = { instancePath: instancePath + "/spec/policy", schemaPath: "#/$defs/policy/type", keyword: "type", params: { type: "object" }, schema: schema36.type, parentSchema: schema36, data: data14 };
                        if (vErrors === null) {
                            vErrors = [err51];
                        }
                        else {
                            vErrors.push(err51);
                        }
                        errors++;
                    }
                }
                if (data6.windows !== undefined) {
                    let data20 = data6.windows;
                    if (Array.isArray(data20)) {
                        if (data20.length > 32) {
                            const err52 = { instancePath: instancePath + "/spec/windows", schemaPath: "#/properties/spec/properties/windows/maxItems", keyword: "maxItems", params: { limit: 32 }, schema: 32, parentSchema: schema34.properties.spec.properties.windows, data: data20 };
                            if (vErrors === null) {
                                vErrors = [err52];
                            }
                            else {
                                vErrors.push(err52);
                            }
                            errors++;
                        }
                        const len3 = data20.length;
                        for (let i3 = 0; i3 < len3; i3++) {
                            let data21 = data20[i3];
                            if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                                if (data21.from === undefined) {
                                    const err53 = { instancePath: instancePath + "/spec/windows/" + i3, schemaPath: "#/$defs/window/required", keyword: "required", params: { missingProperty: "from" }, schema: schema37.required, parentSchema: schema37, data: data21 };
                                    if (vErrors === null) {
                                        vErrors = [err53];
                                    }
                                    else {
                                        vErrors.push(err53);
                                    }
                                    errors++;
                                }
                                if (data21.to === undefined) {
                                    const err54 = { instancePath: instancePath + "/spec/windows/" + i3, schemaPath: "#/$defs/window/required", keyword: "required", params: { missingProperty: "to" }, schema: schema37.required, parentSchema: schema37, data: data21 };
                                    if (vErrors === null) {
                                        vErrors = [err54];
                                    }
                                    else {
                                        vErrors.push(err54);
                                    }
                                    errors++;
                                }
                                if (data21.timezone === undefined) {
                                    const err55 = { instancePath: instancePath + "/spec/windows/" + i3, schemaPath: "#/$defs/window/required", keyword: "required", params: { missingProperty: "timezone" }, schema: schema37.required, parentSchema: schema37, data: data21 };
                                    if (vErrors === null) {
                                        vErrors = [err55];
                                    }
                                    else {
                                        vErrors.push(err55);
                                    }
                                    errors++;
                                }
                                for (const key7 in data21) {
                                    if (!((((key7 === "days") || (key7 === "from")) || (key7 === "to")) || (key7 === "timezone"))) {
                                        const err56 = { instancePath: instancePath + "/spec/windows/" + i3, schemaPath: "#/$defs/window/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, schema: false, parentSchema: schema37, data: data21 };
                                        if (vErrors === null) {
                                            vErrors = [err56];
                                        }
                                        else {
                                            vErrors.push(err56);
                                        }
                                        errors++;
                                    }
                                }
                                if (data21.days !== undefined) {
                                    let data22 = data21.days;
                                    if (Array.isArray(data22)) {
                                        if (data22.length > 7) {
                                            const err57 = { instancePath: instancePath + "/spec/windows/" + i3 + "/days", schemaPath: "#/$defs/window/properties/days/maxItems", keyword: "maxItems", params: { limit: 7 }, schema: 7, parentSchema: schema37.properties.days, data: data22 };
                                            if (vErrors === null) {
                                                vErrors = [err57];
                                            }
                                            else {
                                                vErrors.push(err57);
                                            }
                                            errors++;
                                        }
                                        if (data22.length < 1) {
                                            const err58 = { instancePath: instancePath + "/spec/windows/" + i3 + "/days", schemaPath: "#/$defs/window/properties/days/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema37.properties.days, data: data22 };
                                            if (vErrors === null) {
                                                vErrors = [err58];
                                            }
                                            else {
                                                vErrors.push(err58);
                                            }
                                            errors++;
                                        }
                                        const len4 = data22.length;
                                        for (let i4 = 0; i4 < len4; i4++) {
                                            let data23 = data22[i4];
                                            if (typeof data23 !== "string") {
                                                const err59 = { instancePath: instancePath + "/spec/windows/" + i3 + "/days/" + i4, schemaPath: "#/$defs/window/properties/days/items/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.days.items.type, parentSchema: schema37.properties.days.items, data: data23 };
                                                if (vErrors === null) {
                                                    vErrors = [err59];
                                                }
                                                else {
                                                    vErrors.push(err59);
                                                }
                                                errors++;
                                            }
                                            if (!(((((((data23 === "Mon") || (data23 === "Tue")) || (data23 === "Wed")) || (data23 === "Thu")) || (data23 === "Fri")) || (data23 === "Sat")) || (data23 === "Sun"))) {
                                                const err60 = { instancePath: instancePath + "/spec/windows/" + i3 + "/days/" + i4, schemaPath: "#/$defs/window/properties/days/items/enum", keyword: "enum", params: { allowedValues: schema37.properties.days.items.enum }, schema: schema37.properties.days.items.enum, parentSchema: schema37.properties.days.items, data: data23 };
                                                if (vErrors === null) {
                                                    vErrors = [err60];
                                                }
                                                else {
                                                    vErrors.push(err60);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err61 = { instancePath: instancePath + "/spec/windows/" + i3 + "/days", schemaPath: "#/$defs/window/properties/days/type", keyword: "type", params: { type: "array" }, schema: schema37.properties.days.type, parentSchema: schema37.properties.days, data: data22 };
                                        if (vErrors === null) {
                                            vErrors = [err61];
                                        }
                                        else {
                                            vErrors.push(err61);
                                        }
                                        errors++;
                                    }
                                }
                                if (data21.from !== undefined) {
                                    let data24 = data21.from;
                                    if (typeof data24 === "string") {
                                        if (!pattern14.test(data24)) {
                                            const err62 = { instancePath: instancePath + "/spec/windows/" + i3 + "/from", schemaPath: "#/$defs/window/properties/from/pattern", keyword: "pattern", params: { pattern: "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$" }, schema: "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", parentSchema: schema37.properties.from, data: data24 };
                                            if (vErrors === null) {
                                                vErrors = [err62];
                                            }
                                            else {
                                                vErrors.push(err62);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err63 = { instancePath: instancePath + "/spec/windows/" + i3 + "/from", schemaPath: "#/$defs/window/properties/from/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.from.type, parentSchema: schema37.properties.from, data: data24 };
                                        if (vErrors === null) {
                                            vErrors = [err63];
                                        }
                                        else {
                                            vErrors.push(err63);
                                        }
                                        errors++;
                                    }
                                }
                                if (data21.to !== undefined) {
                                    let data25 = data21.to;
                                    if (typeof data25 === "string") {
                                        if (!pattern15.test(data25)) {
                                            const err64 = { instancePath: instancePath + "/spec/windows/" + i3 + "/to", schemaPath: "#/$defs/window/properties/to/pattern", keyword: "pattern", params: { pattern: "^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$" }, schema: "^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", parentSchema: schema37.properties.to, data: data25 };
                                            if (vErrors === null) {
                                                vErrors = [err64];
                                            }
                                            else {
                                                vErrors.push(err64);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err65 = { instancePath: instancePath + "/spec/windows/" + i3 + "/to", schemaPath: "#/$defs/window/properties/to/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.to.type, parentSchema: schema37.properties.to, data: data25 };
                                        if (vErrors === null) {
                                            vErrors = [err65];
                                        }
                                        else {
                                            vErrors.push(err65);
                                        }
                                        errors++;
                                    }
                                }
                                if (data21.timezone !== undefined) {
                                    let data26 = data21.timezone;
                                    if (typeof data26 === "string") {
                                        if (!(formats6(data26))) {
                                            const err66 = { instancePath: instancePath + "/spec/windows/" + i3 + "/timezone", schemaPath: "#/$defs/window/properties/timezone/format", keyword: "format", params: { format: "timezone" }, schema: "timezone", parentSchema: schema37.properties.timezone, data: data26 };
                                            if (vErrors === null) {
                                                vErrors = [err66];
                                            }
                                            else {
                                                vErrors.push(err66);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err67 = { instancePath: instancePath + "/spec/windows/" + i3 + "/timezone", schemaPath: "#/$defs/window/properties/timezone/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.timezone.type, parentSchema: schema37.properties.timezone, data: data26 };
                                        if (vErrors === null) {
                                            vErrors = [err67];
                                        }
                                        else {
                                            vErrors.push(err67);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err68 = { instancePath: instancePath + "/spec/windows/" + i3, schemaPath: "#/$defs/window/type", keyword: "type", params: { type: "object" }, schema: schema37.type, parentSchema: schema37, data: data21 };
                                if (vErrors === null) {
                                    vErrors = [err68];
                                }
                                else {
                                    vErrors.push(err68);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err69 = { instancePath: instancePath + "/spec/windows", schemaPath: "#/properties/spec/properties/windows/type", keyword: "type", params: { type: "array" }, schema: schema34.properties.spec.properties.windows.type, parentSchema: schema34.properties.spec.properties.windows, data: data20 };
                        if (vErrors === null) {
                            vErrors = [err69];
                        }
                        else {
                            vErrors.push(err69);
                        }
                        errors++;
                    }
                }
                if (data6.paused !== undefined) {
                    let data27 = data6.paused;
                    if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                        if (data27.reason === undefined) {
                            const err70 = { instancePath: instancePath + "/spec/paused", schemaPath: "#/$defs/pause/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema38.required, parentSchema: schema38, data: data27 };
                            if (vErrors === null) {
                                vErrors = [err70];
                            }
                            else {
                                vErrors.push(err70);
                            }
                            errors++;
                        }
                        for (const key8 in data27) {
                            if (!((key8 === "reason") || (key8 === "until"))) {
                                const err71 = { instancePath: instancePath + "/spec/paused", schemaPath: "#/$defs/pause/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, schema: false, parentSchema: schema38, data: data27 };
                                if (vErrors === null) {
                                    vErrors = [err71];
                                }
                                else {
                                    vErrors.push(err71);
                                }
                                errors++;
                            }
                        }
                        if (data27.reason !== undefined) {
                            let data28 = data27.reason;
                            if (typeof data28 === "string") {
                                if (func1(data28) > 256) {
                                    const err72 = { instancePath: instancePath + "/spec/paused/reason", schemaPath: "#/$defs/pause/properties/reason/maxLength", keyword: "maxLength", params: { limit: 256 }, schema: 256, parentSchema: schema38.properties.reason, data: data28 };
                                    if (vErrors === null) {
                                        vErrors = [err72];
                                    }
                                    else {
                                        vErrors.push(err72);
                                    }
                                    errors++;
                                }
                                if (func1(data28) < 1) {
                                    const err73 = { instancePath: instancePath + "/spec/paused/reason", schemaPath: "#/$defs/pause/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema38.properties.reason, data: data28 };
                                    if (vErrors === null) {
                                        vErrors = [err73];
                                    }
                                    else {
                                        vErrors.push(err73);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err74 = { instancePath: instancePath + "/spec/paused/reason", schemaPath: "#/$defs/pause/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema38.properties.reason.type, parentSchema: schema38.properties.reason, data: data28 };
                                if (vErrors === null) {
                                    vErrors = [err74];
                                }
                                else {
                                    vErrors.push(err74);
                                }
                                errors++;
                            }
                        }
                        if (data27.until !== undefined) {
                            let data29 = data27.until;
                            if (typeof data29 === "string") {
                                if (!(formats8(data29))) {
                                    const err75 = { instancePath: instancePath + "/spec/paused/until", schemaPath: "#/$defs/pause/properties/until/format", keyword: "format", params: { format: "date-time" }, schema: "date-time", parentSchema: schema38.properties.until, data: data29 };
                                    if (vErrors === null) {
                                        vErrors = [err75];
                                    }
                                    else {
                                        vErrors.push(err75);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err76 = { instancePath: instancePath + "/spec/paused/until", schemaPath: "#/$defs/pause/properties/until/type", keyword: "type", params: { type: "string" }, schema: schema38.properties.until.type, parentSchema: schema38.properties.until, data: data29 };
                                if (vErrors === null) {
                                    vErrors = [err76];
                                }
                                else {
                                    vErrors.push(err76);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err77 = { instancePath: instancePath + "/spec/paused", schemaPath: "#/$defs/pause/type", keyword: "type", params: { type: "object" }, schema: schema38.type, parentSchema: schema38, data: data27 };
                        if (vErrors === null) {
                            vErrors = [err77];
                        }
                        else {
                            vErrors.push(err77);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err78 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, schema: schema34.properties.spec.type, parentSchema: schema34.properties.spec, data: data6 };
                if (vErrors === null) {
                    vErrors = [err78];
                }
                else {
                    vErrors.push(err78);
                }
                errors++;
            }
        }
    }
    else {
        const err79 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema34.type, parentSchema: schema34, data };
        if (vErrors === null) {
            vErrors = [err79];
        }
        else {
            vErrors.push(err79);
        }
        errors++;
    }
    validate21.errors = vErrors;
    return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export const machineClass = validate22;
const schema39 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/machine-class.schema.json", "title": "MachineClassManifest", "description": "`classes/<name>.yaml`: what machines of one sort are and should be.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "description": "The version of this format.", "x-impact": "none", "const": "nanometal/v1alpha1" }, "kind": { "description": "What kind of object the file holds; its path must agree.", "x-impact": "none", "const": "MachineClass" }, "metadata": { "description": "Who this object is.", "x-impact": "none", "$ref": "#/$defs/metadata" }, "spec": { "type": "object", "description": "What machines of one sort are and should be.", "x-impact": "none", "additionalProperties": false, "properties": { "expects": { "type": "object", "description": "What the hardware is expected to be. Only what is named is checked; counts and sizes are minima, text must be equal.", "x-impact": "none", "additionalProperties": false, "properties": { "manufacturer": { "description": "As ComputerSystem.Manufacturer has it.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 128 }, "model": { "description": "As ComputerSystem.Model has it.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 128 }, "processors": { "type": "object", "description": "Processors.", "x-impact": "none", "additionalProperties": false, "properties": { "count": { "description": "How many, at least.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 1024 }, "cores": { "description": "Cores of each, at least.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 65536 }, "model": { "description": "Of each, as Processor.Model has it.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 128 } } }, "memoryGiB": { "description": "Memory in GiB, at least.", "x-impact": "none", "type": "number", "exclusiveMinimum": 0, "maximum": 1048576 }, "memoryModules": { "description": "How many memory modules, at least.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 1024 }, "drives": { "description": "Each entry asks for so many drives that fit it.", "x-impact": "none", "type": "array", "maxItems": 64, "items": { "$ref": "#/$defs/expectedDrives" } }, "nics": { "type": "object", "description": "Network interfaces.", "x-impact": "none", "additionalProperties": false, "properties": { "count": { "description": "How many, at least.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 1024 }, "minMbps": { "description": "Of how many megabits per second each, at least; slower ones are not counted.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 10000000 } } }, "firmware": { "type": "object", "description": "Firmware that must be there exactly.", "x-impact": "none", "additionalProperties": false, "properties": { "bios": { "description": "As ComputerSystem.BiosVersion has it.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 128 }, "bmc": { "description": "As Manager.FirmwareVersion has it.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 128 } } } } }, "bios": { "description": "BIOS baseline: attributes by the names that the BMC uses. A machine may say otherwise for itself; only keys that are named are ever written.", "x-impact": "reboot", "type": "object", "maxProperties": 1000, "propertyNames": { "minLength": 1, "maxLength": 128 }, "additionalProperties": { "type": ["string", "number", "boolean"], "maxLength": 256 } } } } }, "$defs": { "metadata": { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } }, "expectedDrives": { "type": "object", "description": "So many drives of one sort.", "x-impact": "none", "additionalProperties": false, "required": ["count"], "properties": { "count": { "description": "How many, at least.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 1024 }, "media": { "description": "As Drive.MediaType has it, such as HDD or SSD.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 64 }, "minGB": { "description": "Size of each in gigabytes (10^9 bytes), at least.", "x-impact": "none", "type": "number", "exclusiveMinimum": 0, "maximum": 1000000000 } } } } };
const schema40 = { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } };
const schema41 = { "type": "object", "description": "So many drives of one sort.", "x-impact": "none", "additionalProperties": false, "required": ["count"], "properties": { "count": { "description": "How many, at least.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 1024 }, "media": { "description": "As Drive.MediaType has it, such as HDD or SSD.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 64 }, "minGB": { "description": "Size of each in gigabytes (10^9 bytes), at least.", "x-impact": "none", "type": "number", "exclusiveMinimum": 0, "maximum": 1000000000 } } };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate22.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.apiVersion === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, schema: schema39.required, parentSchema: schema39, data };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.kind === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema39.required, parentSchema: schema39, data };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.metadata === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, schema: schema39.required, parentSchema: schema39, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.spec === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, schema: schema39.required, parentSchema: schema39, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema39, data };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.apiVersion !== undefined) {
            let data0 = data.apiVersion;
            if ("nanometal/v1alpha1" !== data0) {
                const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, schema: "nanometal/v1alpha1", parentSchema: schema39.properties.apiVersion, data: data0 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.kind !== undefined) {
            let data1 = data.kind;
            if ("MachineClass" !== data1) {
                const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "MachineClass" }, schema: "MachineClass", parentSchema: schema39.properties.kind, data: data1 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.metadata !== undefined) {
            let data2 = data.metadata;
            if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                if (data2.name === undefined) {
                    const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/required", keyword: "required", params: { missingProperty: "name" }, schema: schema40.required, parentSchema: schema40, data: data2 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
                for (const key1 in data2) {
                    if (!((key1 === "name") || (key1 === "labels"))) {
                        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema40, data: data2 };
                        if (vErrors === null) {
                            vErrors = [err8];
                        }
                        else {
                            vErrors.push(err8);
                        }
                        errors++;
                    }
                }
                if (data2.name !== undefined) {
                    let data3 = data2.name;
                    if (typeof data3 === "string") {
                        if (!pattern4.test(data3)) {
                            const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema40.properties.name, data: data3 };
                            if (vErrors === null) {
                                vErrors = [err9];
                            }
                            else {
                                vErrors.push(err9);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err10 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.name.type, parentSchema: schema40.properties.name, data: data3 };
                        if (vErrors === null) {
                            vErrors = [err10];
                        }
                        else {
                            vErrors.push(err10);
                        }
                        errors++;
                    }
                }
                if (data2.labels !== undefined) {
                    let data4 = data2.labels;
                    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                        if (Object.keys(data4).length > 64) {
                            const err11 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 64 }, schema: 64, parentSchema: schema40.properties.labels, data: data4 };
                            if (vErrors === null) {
                                vErrors = [err11];
                            }
                            else {
                                vErrors.push(err11);
                            }
                            errors++;
                        }
                        for (const key2 in data4) {
                            const _errs12 = errors;
                            if (typeof key2 === "string") {
                                if (!pattern5.test(key2)) {
                                    const err12 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$" }, schema: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", parentSchema: schema40.properties.labels.propertyNames, data: key2, propertyName: key2 };
                                    if (vErrors === null) {
                                        vErrors = [err12];
                                    }
                                    else {
                                        vErrors.push(err12);
                                    }
                                    errors++;
                                }
                            }
                            var valid3 = _errs12 === errors;
                            if (!valid3) {
                                const err13 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, schema: schema40.properties.labels.propertyNames, parentSchema: schema40.properties.labels, data: data4 };
                                if (vErrors === null) {
                                    vErrors = [err13];
                                }
                                else {
                                    vErrors.push(err13);
                                }
                                errors++;
                            }
                        }
                        for (const key3 in data4) {
                            let data5 = data4[key3];
                            if (typeof data5 === "string") {
                                if (!pattern6.test(data5)) {
                                    const err14 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, schema: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema40.properties.labels.additionalProperties, data: data5 };
                                    if (vErrors === null) {
                                        vErrors = [err14];
                                    }
                                    else {
                                        vErrors.push(err14);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err15 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.labels.additionalProperties.type, parentSchema: schema40.properties.labels.additionalProperties, data: data5 };
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err16 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/type", keyword: "type", params: { type: "object" }, schema: schema40.properties.labels.type, parentSchema: schema40.properties.labels, data: data4 };
                        if (vErrors === null) {
                            vErrors = [err16];
                        }
                        else {
                            vErrors.push(err16);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err17 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/type", keyword: "type", params: { type: "object" }, schema: schema40.type, parentSchema: schema40, data: data2 };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.spec !== undefined) {
            let data6 = data.spec;
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                for (const key4 in data6) {
                    if (!((key4 === "expects") || (key4 === "bios"))) {
                        const err18 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema39.properties.spec, data: data6 };
                        if (vErrors === null) {
                            vErrors = [err18];
                        }
                        else {
                            vErrors.push(err18);
                        }
                        errors++;
                    }
                }
                if (data6.expects !== undefined) {
                    let data7 = data6.expects;
                    if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                        for (const key5 in data7) {
                            if (!((((((((key5 === "manufacturer") || (key5 === "model")) || (key5 === "processors")) || (key5 === "memoryGiB")) || (key5 === "memoryModules")) || (key5 === "drives")) || (key5 === "nics")) || (key5 === "firmware"))) {
                                const err19 = { instancePath: instancePath + "/spec/expects", schemaPath: "#/properties/spec/properties/expects/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema39.properties.spec.properties.expects, data: data7 };
                                if (vErrors === null) {
                                    vErrors = [err19];
                                }
                                else {
                                    vErrors.push(err19);
                                }
                                errors++;
                            }
                        }
                        if (data7.manufacturer !== undefined) {
                            let data8 = data7.manufacturer;
                            if (typeof data8 === "string") {
                                if (func1(data8) > 128) {
                                    const err20 = { instancePath: instancePath + "/spec/expects/manufacturer", schemaPath: "#/properties/spec/properties/expects/properties/manufacturer/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema39.properties.spec.properties.expects.properties.manufacturer, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err20];
                                    }
                                    else {
                                        vErrors.push(err20);
                                    }
                                    errors++;
                                }
                                if (func1(data8) < 1) {
                                    const err21 = { instancePath: instancePath + "/spec/expects/manufacturer", schemaPath: "#/properties/spec/properties/expects/properties/manufacturer/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.manufacturer, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err21];
                                    }
                                    else {
                                        vErrors.push(err21);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err22 = { instancePath: instancePath + "/spec/expects/manufacturer", schemaPath: "#/properties/spec/properties/expects/properties/manufacturer/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.spec.properties.expects.properties.manufacturer.type, parentSchema: schema39.properties.spec.properties.expects.properties.manufacturer, data: data8 };
                                if (vErrors === null) {
                                    vErrors = [err22];
                                }
                                else {
                                    vErrors.push(err22);
                                }
                                errors++;
                            }
                        }
                        if (data7.model !== undefined) {
                            let data9 = data7.model;
                            if (typeof data9 === "string") {
                                if (func1(data9) > 128) {
                                    const err23 = { instancePath: instancePath + "/spec/expects/model", schemaPath: "#/properties/spec/properties/expects/properties/model/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema39.properties.spec.properties.expects.properties.model, data: data9 };
                                    if (vErrors === null) {
                                        vErrors = [err23];
                                    }
                                    else {
                                        vErrors.push(err23);
                                    }
                                    errors++;
                                }
                                if (func1(data9) < 1) {
                                    const err24 = { instancePath: instancePath + "/spec/expects/model", schemaPath: "#/properties/spec/properties/expects/properties/model/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.model, data: data9 };
                                    if (vErrors === null) {
                                        vErrors = [err24];
                                    }
                                    else {
                                        vErrors.push(err24);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err25 = { instancePath: instancePath + "/spec/expects/model", schemaPath: "#/properties/spec/properties/expects/properties/model/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.spec.properties.expects.properties.model.type, parentSchema: schema39.properties.spec.properties.expects.properties.model, data: data9 };
                                if (vErrors === null) {
                                    vErrors = [err25];
                                }
                                else {
                                    vErrors.push(err25);
                                }
                                errors++;
                            }
                        }
                        if (data7.processors !== undefined) {
                            let data10 = data7.processors;
                            if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                for (const key6 in data10) {
                                    if (!(((key6 === "count") || (key6 === "cores")) || (key6 === "model"))) {
                                        const err26 = { instancePath: instancePath + "/spec/expects/processors", schemaPath: "#/properties/spec/properties/expects/properties/processors/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema39.properties.spec.properties.expects.properties.processors, data: data10 };
                                        if (vErrors === null) {
                                            vErrors = [err26];
                                        }
                                        else {
                                            vErrors.push(err26);
                                        }
                                        errors++;
                                    }
                                }
                                if (data10.count !== undefined) {
                                    let data11 = data10.count;
                                    if (!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))) {
                                        const err27 = { instancePath: instancePath + "/spec/expects/processors/count", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/count/type", keyword: "type", params: { type: "integer" }, schema: schema39.properties.spec.properties.expects.properties.processors.properties.count.type, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.count, data: data11 };
                                        if (vErrors === null) {
                                            vErrors = [err27];
                                        }
                                        else {
                                            vErrors.push(err27);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data11 == "number") && (isFinite(data11))) {
                                        if (data11 > 1024 || isNaN(data11)) {
                                            const err28 = { instancePath: instancePath + "/spec/expects/processors/count", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.count, data: data11 };
                                            if (vErrors === null) {
                                                vErrors = [err28];
                                            }
                                            else {
                                                vErrors.push(err28);
                                            }
                                            errors++;
                                        }
                                        if (data11 < 1 || isNaN(data11)) {
                                            const err29 = { instancePath: instancePath + "/spec/expects/processors/count", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.count, data: data11 };
                                            if (vErrors === null) {
                                                vErrors = [err29];
                                            }
                                            else {
                                                vErrors.push(err29);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data10.cores !== undefined) {
                                    let data12 = data10.cores;
                                    if (!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) {
                                        const err30 = { instancePath: instancePath + "/spec/expects/processors/cores", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/cores/type", keyword: "type", params: { type: "integer" }, schema: schema39.properties.spec.properties.expects.properties.processors.properties.cores.type, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.cores, data: data12 };
                                        if (vErrors === null) {
                                            vErrors = [err30];
                                        }
                                        else {
                                            vErrors.push(err30);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data12 == "number") && (isFinite(data12))) {
                                        if (data12 > 65536 || isNaN(data12)) {
                                            const err31 = { instancePath: instancePath + "/spec/expects/processors/cores", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/cores/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65536 }, schema: 65536, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.cores, data: data12 };
                                            if (vErrors === null) {
                                                vErrors = [err31];
                                            }
                                            else {
                                                vErrors.push(err31);
                                            }
                                            errors++;
                                        }
                                        if (data12 < 1 || isNaN(data12)) {
                                            const err32 = { instancePath: instancePath + "/spec/expects/processors/cores", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/cores/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.cores, data: data12 };
                                            if (vErrors === null) {
                                                vErrors = [err32];
                                            }
                                            else {
                                                vErrors.push(err32);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data10.model !== undefined) {
                                    let data13 = data10.model;
                                    if (typeof data13 === "string") {
                                        if (func1(data13) > 128) {
                                            const err33 = { instancePath: instancePath + "/spec/expects/processors/model", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/model/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.model, data: data13 };
                                            if (vErrors === null) {
                                                vErrors = [err33];
                                            }
                                            else {
                                                vErrors.push(err33);
                                            }
                                            errors++;
                                        }
                                        if (func1(data13) < 1) {
                                            const err34 = { instancePath: instancePath + "/spec/expects/processors/model", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/model/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.model, data: data13 };
                                            if (vErrors === null) {
                                                vErrors = [err34];
                                            }
                                            else {
                                                vErrors.push(err34);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err35 = { instancePath: instancePath + "/spec/expects/processors/model", schemaPath: "#/properties/spec/properties/expects/properties/processors/properties/model/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.spec.properties.expects.properties.processors.properties.model.type, parentSchema: schema39.properties.spec.properties.expects.properties.processors.properties.model, data: data13 };
                                        if (vErrors === null) {
                                            vErrors = [err35];
                                        }
                                        else {
                                            vErrors.push(err35);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err36 = { instancePath: instancePath + "/spec/expects/processors", schemaPath: "#/properties/spec/properties/expects/properties/processors/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.spec.properties.expects.properties.processors.type, parentSchema: schema39.properties.spec.properties.expects.properties.processors, data: data10 };
                                if (vErrors === null) {
                                    vErrors = [err36];
                                }
                                else {
                                    vErrors.push(err36);
                                }
                                errors++;
                            }
                        }
                        if (data7.memoryGiB !== undefined) {
                            let data14 = data7.memoryGiB;
                            if ((typeof data14 == "number") && (isFinite(data14))) {
                                if (data14 > 1048576 || isNaN(data14)) {
                                    const err37 = { instancePath: instancePath + "/spec/expects/memoryGiB", schemaPath: "#/properties/spec/properties/expects/properties/memoryGiB/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1048576 }, schema: 1048576, parentSchema: schema39.properties.spec.properties.expects.properties.memoryGiB, data: data14 };
                                    if (vErrors === null) {
                                        vErrors = [err37];
                                    }
                                    else {
                                        vErrors.push(err37);
                                    }
                                    errors++;
                                }
                                if (data14 <= 0 || isNaN(data14)) {
                                    const err38 = { instancePath: instancePath + "/spec/expects/memoryGiB", schemaPath: "#/properties/spec/properties/expects/properties/memoryGiB/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, schema: 0, parentSchema: schema39.properties.spec.properties.expects.properties.memoryGiB, data: data14 };
                                    if (vErrors === null) {
                                        vErrors = [err38];
                                    }
                                    else {
                                        vErrors.push(err38);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err39 = { instancePath: instancePath + "/spec/expects/memoryGiB", schemaPath: "#/properties/spec/properties/expects/properties/memoryGiB/type", keyword: "type", params: { type: "number" }, schema: schema39.properties.spec.properties.expects.properties.memoryGiB.type, parentSchema: schema39.properties.spec.properties.expects.properties.memoryGiB, data: data14 };
                                if (vErrors === null) {
                                    vErrors = [err39];
                                }
                                else {
                                    vErrors.push(err39);
                                }
                                errors++;
                            }
                        }
                        if (data7.memoryModules !== undefined) {
                            let data15 = data7.memoryModules;
                            if (!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))) {
                                const err40 = { instancePath: instancePath + "/spec/expects/memoryModules", schemaPath: "#/properties/spec/properties/expects/properties/memoryModules/type", keyword: "type", params: { type: "integer" }, schema: schema39.properties.spec.properties.expects.properties.memoryModules.type, parentSchema: schema39.properties.spec.properties.expects.properties.memoryModules, data: data15 };
                                if (vErrors === null) {
                                    vErrors = [err40];
                                }
                                else {
                                    vErrors.push(err40);
                                }
                                errors++;
                            }
                            if ((typeof data15 == "number") && (isFinite(data15))) {
                                if (data15 > 1024 || isNaN(data15)) {
                                    const err41 = { instancePath: instancePath + "/spec/expects/memoryModules", schemaPath: "#/properties/spec/properties/expects/properties/memoryModules/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema39.properties.spec.properties.expects.properties.memoryModules, data: data15 };
                                    if (vErrors === null) {
                                        vErrors = [err41];
                                    }
                                    else {
                                        vErrors.push(err41);
                                    }
                                    errors++;
                                }
                                if (data15 < 1 || isNaN(data15)) {
                                    const err42 = { instancePath: instancePath + "/spec/expects/memoryModules", schemaPath: "#/properties/spec/properties/expects/properties/memoryModules/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.memoryModules, data: data15 };
                                    if (vErrors === null) {
                                        vErrors = [err42];
                                    }
                                    else {
                                        vErrors.push(err42);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data7.drives !== undefined) {
                            let data16 = data7.drives;
                            if (Array.isArray(data16)) {
                                if (data16.length > 64) {
                                    const err43 = { instancePath: instancePath + "/spec/expects/drives", schemaPath: "#/properties/spec/properties/expects/properties/drives/maxItems", keyword: "maxItems", params: { limit: 64 }, schema: 64, parentSchema: schema39.properties.spec.properties.expects.properties.drives, data: data16 };
                                    if (vErrors === null) {
                                        vErrors = [err43];
                                    }
                                    else {
                                        vErrors.push(err43);
                                    }
                                    errors++;
                                }
                                const len0 = data16.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                    let data17 = data16[i0];
                                    if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                                        if (data17.count === undefined) {
                                            const err44 = { instancePath: instancePath + "/spec/expects/drives/" + i0, schemaPath: "#/$defs/expectedDrives/required", keyword: "required", params: { missingProperty: "count" }, schema: schema41.required, parentSchema: schema41, data: data17 };
                                            if (vErrors === null) {
                                                vErrors = [err44];
                                            }
                                            else {
                                                vErrors.push(err44);
                                            }
                                            errors++;
                                        }
                                        for (const key7 in data17) {
                                            if (!(((key7 === "count") || (key7 === "media")) || (key7 === "minGB"))) {
                                                const err45 = { instancePath: instancePath + "/spec/expects/drives/" + i0, schemaPath: "#/$defs/expectedDrives/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, schema: false, parentSchema: schema41, data: data17 };
                                                if (vErrors === null) {
                                                    vErrors = [err45];
                                                }
                                                else {
                                                    vErrors.push(err45);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data17.count !== undefined) {
                                            let data18 = data17.count;
                                            if (!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))) {
                                                const err46 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/count", schemaPath: "#/$defs/expectedDrives/properties/count/type", keyword: "type", params: { type: "integer" }, schema: schema41.properties.count.type, parentSchema: schema41.properties.count, data: data18 };
                                                if (vErrors === null) {
                                                    vErrors = [err46];
                                                }
                                                else {
                                                    vErrors.push(err46);
                                                }
                                                errors++;
                                            }
                                            if ((typeof data18 == "number") && (isFinite(data18))) {
                                                if (data18 > 1024 || isNaN(data18)) {
                                                    const err47 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/count", schemaPath: "#/$defs/expectedDrives/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema41.properties.count, data: data18 };
                                                    if (vErrors === null) {
                                                        vErrors = [err47];
                                                    }
                                                    else {
                                                        vErrors.push(err47);
                                                    }
                                                    errors++;
                                                }
                                                if (data18 < 1 || isNaN(data18)) {
                                                    const err48 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/count", schemaPath: "#/$defs/expectedDrives/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema41.properties.count, data: data18 };
                                                    if (vErrors === null) {
                                                        vErrors = [err48];
                                                    }
                                                    else {
                                                        vErrors.push(err48);
                                                    }
                                                    errors++;
                                                }
                                            }
                                        }
                                        if (data17.media !== undefined) {
                                            let data19 = data17.media;
                                            if (typeof data19 === "string") {
                                                if (func1(data19) > 64) {
                                                    const err49 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/media", schemaPath: "#/$defs/expectedDrives/properties/media/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema41.properties.media, data: data19 };
                                                    if (vErrors === null) {
                                                        vErrors = [err49];
                                                    }
                                                    else {
                                                        vErrors.push(err49);
                                                    }
                                                    errors++;
                                                }
                                                if (func1(data19) < 1) {
                                                    const err50 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/media", schemaPath: "#/$defs/expectedDrives/properties/media/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema41.properties.media, data: data19 };
                                                    if (vErrors === null) {
                                                        vErrors = [err50];
                                                    }
                                                    else {
                                                        vErrors.push(err50);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err51 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/media", schemaPath: "#/$defs/expectedDrives/properties/media/type", keyword: "type", params: { type: "string" }, schema: schema41.properties.media.type, parentSchema: schema41.properties.media, data: data19 };
                                                if (vErrors === null) {
                                                    vErrors = [err51];
                                                }
                                                else {
                                                    vErrors.push(err51);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data17.minGB !== undefined) {
                                            let data20 = data17.minGB;
                                            if ((typeof data20 == "number") && (isFinite(data20))) {
                                                if (data20 > 1000000000 || isNaN(data20)) {
                                                    const err52 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/minGB", schemaPath: "#/$defs/expectedDrives/properties/minGB/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000000000 }, schema: 1000000000, parentSchema: schema41.properties.minGB, data: data20 };
                                                    if (vErrors === null) {
                                                        vErrors = [err52];
                                                    }
                                                    else {
                                                        vErrors.push(err52);
                                                    }
                                                    errors++;
                                                }
                                                if (data20 <= 0 || isNaN(data20)) {
                                                    const err53 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/minGB", schemaPath: "#/$defs/expectedDrives/properties/minGB/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, schema: 0, parentSchema: schema41.properties.minGB, data: data20 };
                                                    if (vErrors === null) {
                                                        vErrors = [err53];
                                                    }
                                                    else {
                                                        vErrors.push(err53);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err54 = { instancePath: instancePath + "/spec/expects/drives/" + i0 + "/minGB", schemaPath: "#/$defs/expectedDrives/properties/minGB/type", keyword: "type", params: { type: "number" }, schema: schema41.properties.minGB.type, parentSchema: schema41.properties.minGB, data: data20 };
                                                if (vErrors === null) {
                                                    vErrors = [err54];
                                                }
                                                else {
                                                    vErrors.push(err54);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err55 = { instancePath: instancePath + "/spec/expects/drives/" + i0, schemaPath: "#/$defs/expectedDrives/type", keyword: "type", params: { type: "object" }, schema: schema41.type, parentSchema: schema41, data: data17 };
                                        if (vErrors === null) {
                                            vErrors = [err55];
                                        }
                                        else {
                                            vErrors.push(err55);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err56 = { instancePath: instancePath + "/spec/expects/drives", schemaPath: "#/properties/spec/properties/expects/properties/drives/type", keyword: "type", params: { type: "array" }, schema: schema39.properties.spec.properties.expects.properties.drives.type, parentSchema: schema39.properties.spec.properties.expects.properties.drives, data: data16 };
                                if (vErrors === null) {
                                    vErrors = [err56];
                                }
                                else {
                                    vErrors.push(err56);
                                }
                                errors++;
                            }
                        }
                        if (data7.nics !== undefined) {
                            let data21 = data7.nics;
                            if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                                for (const key8 in data21) {
                                    if (!((key8 === "count") || (key8 === "minMbps"))) {
                                        const err57 = { instancePath: instancePath + "/spec/expects/nics", schemaPath: "#/properties/spec/properties/expects/properties/nics/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, schema: false, parentSchema: schema39.properties.spec.properties.expects.properties.nics, data: data21 };
                                        if (vErrors === null) {
                                            vErrors = [err57];
                                        }
                                        else {
                                            vErrors.push(err57);
                                        }
                                        errors++;
                                    }
                                }
                                if (data21.count !== undefined) {
                                    let data22 = data21.count;
                                    if (!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))) {
                                        const err58 = { instancePath: instancePath + "/spec/expects/nics/count", schemaPath: "#/properties/spec/properties/expects/properties/nics/properties/count/type", keyword: "type", params: { type: "integer" }, schema: schema39.properties.spec.properties.expects.properties.nics.properties.count.type, parentSchema: schema39.properties.spec.properties.expects.properties.nics.properties.count, data: data22 };
                                        if (vErrors === null) {
                                            vErrors = [err58];
                                        }
                                        else {
                                            vErrors.push(err58);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data22 == "number") && (isFinite(data22))) {
                                        if (data22 > 1024 || isNaN(data22)) {
                                            const err59 = { instancePath: instancePath + "/spec/expects/nics/count", schemaPath: "#/properties/spec/properties/expects/properties/nics/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema39.properties.spec.properties.expects.properties.nics.properties.count, data: data22 };
                                            if (vErrors === null) {
                                                vErrors = [err59];
                                            }
                                            else {
                                                vErrors.push(err59);
                                            }
                                            errors++;
                                        }
                                        if (data22 < 1 || isNaN(data22)) {
                                            const err60 = { instancePath: instancePath + "/spec/expects/nics/count", schemaPath: "#/properties/spec/properties/expects/properties/nics/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.nics.properties.count, data: data22 };
                                            if (vErrors === null) {
                                                vErrors = [err60];
                                            }
                                            else {
                                                vErrors.push(err60);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data21.minMbps !== undefined) {
                                    let data23 = data21.minMbps;
                                    if (!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))) {
                                        const err61 = { instancePath: instancePath + "/spec/expects/nics/minMbps", schemaPath: "#/properties/spec/properties/expects/properties/nics/properties/minMbps/type", keyword: "type", params: { type: "integer" }, schema: schema39.properties.spec.properties.expects.properties.nics.properties.minMbps.type, parentSchema: schema39.properties.spec.properties.expects.properties.nics.properties.minMbps, data: data23 };
                                        if (vErrors === null) {
                                            vErrors = [err61];
                                        }
                                        else {
                                            vErrors.push(err61);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data23 == "number") && (isFinite(data23))) {
                                        if (data23 > 10000000 || isNaN(data23)) {
                                            const err62 = { instancePath: instancePath + "/spec/expects/nics/minMbps", schemaPath: "#/properties/spec/properties/expects/properties/nics/properties/minMbps/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10000000 }, schema: 10000000, parentSchema: schema39.properties.spec.properties.expects.properties.nics.properties.minMbps, data: data23 };
                                            if (vErrors === null) {
                                                vErrors = [err62];
                                            }
                                            else {
                                                vErrors.push(err62);
                                            }
                                            errors++;
                                        }
                                        if (data23 < 1 || isNaN(data23)) {
                                            const err63 = { instancePath: instancePath + "/spec/expects/nics/minMbps", schemaPath: "#/properties/spec/properties/expects/properties/nics/properties/minMbps/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.nics.properties.minMbps, data: data23 };
                                            if (vErrors === null) {
                                                vErrors = [err63];
                                            }
                                            else {
                                                vErrors.push(err63);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                            }
                            else {
                                const err64 = { instancePath: instancePath + "/spec/expects/nics", schemaPath: "#/properties/spec/properties/expects/properties/nics/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.spec.properties.expects.properties.nics.type, parentSchema: schema39.properties.spec.properties.expects.properties.nics, data: data21 };
                                if (vErrors === null) {
                                    vErrors = [err64];
                                }
                                else {
                                    vErrors.push(err64);
                                }
                                errors++;
                            }
                        }
                        if (data7.firmware !== undefined) {
                            let data24 = data7.firmware;
                            if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                                for (const key9 in data24) {
                                    if (!((key9 === "bios") || (key9 === "bmc"))) {
                                        const err65 = { instancePath: instancePath + "/spec/expects/firmware", schemaPath: "#/properties/spec/properties/expects/properties/firmware/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, schema: false, parentSchema: schema39.properties.spec.properties.expects.properties.firmware, data: data24 };
                                        if (vErrors === null) {
                                            vErrors = [err65];
                                        }
                                        else {
                                            vErrors.push(err65);
                                        }
                                        errors++;
                                    }
                                }
                                if (data24.bios !== undefined) {
                                    let data25 = data24.bios;
                                    if (typeof data25 === "string") {
                                        if (func1(data25) > 128) {
                                            const err66 = { instancePath: instancePath + "/spec/expects/firmware/bios", schemaPath: "#/properties/spec/properties/expects/properties/firmware/properties/bios/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema39.properties.spec.properties.expects.properties.firmware.properties.bios, data: data25 };
                                            if (vErrors === null) {
                                                vErrors = [err66];
                                            }
                                            else {
                                                vErrors.push(err66);
                                            }
                                            errors++;
                                        }
                                        if (func1(data25) < 1) {
                                            const err67 = { instancePath: instancePath + "/spec/expects/firmware/bios", schemaPath: "#/properties/spec/properties/expects/properties/firmware/properties/bios/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.firmware.properties.bios, data: data25 };
                                            if (vErrors === null) {
                                                vErrors = [err67];
                                            }
                                            else {
                                                vErrors.push(err67);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err68 = { instancePath: instancePath + "/spec/expects/firmware/bios", schemaPath: "#/properties/spec/properties/expects/properties/firmware/properties/bios/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.spec.properties.expects.properties.firmware.properties.bios.type, parentSchema: schema39.properties.spec.properties.expects.properties.firmware.properties.bios, data: data25 };
                                        if (vErrors === null) {
                                            vErrors = [err68];
                                        }
                                        else {
                                            vErrors.push(err68);
                                        }
                                        errors++;
                                    }
                                }
                                if (data24.bmc !== undefined) {
                                    let data26 = data24.bmc;
                                    if (typeof data26 === "string") {
                                        if (func1(data26) > 128) {
                                            const err69 = { instancePath: instancePath + "/spec/expects/firmware/bmc", schemaPath: "#/properties/spec/properties/expects/properties/firmware/properties/bmc/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema39.properties.spec.properties.expects.properties.firmware.properties.bmc, data: data26 };
                                            if (vErrors === null) {
                                                vErrors = [err69];
                                            }
                                            else {
                                                vErrors.push(err69);
                                            }
                                            errors++;
                                        }
                                        if (func1(data26) < 1) {
                                            const err70 = { instancePath: instancePath + "/spec/expects/firmware/bmc", schemaPath: "#/properties/spec/properties/expects/properties/firmware/properties/bmc/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.expects.properties.firmware.properties.bmc, data: data26 };
                                            if (vErrors === null) {
                                                vErrors = [err70];
                                            }
                                            else {
                                                vErrors.push(err70);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err71 = { instancePath: instancePath + "/spec/expects/firmware/bmc", schemaPath: "#/properties/spec/properties/expects/properties/firmware/properties/bmc/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.spec.properties.expects.properties.firmware.properties.bmc.type, parentSchema: schema39.properties.spec.properties.expects.properties.firmware.properties.bmc, data: data26 };
                                        if (vErrors === null) {
                                            vErrors = [err71];
                                        }
                                        else {
                                            vErrors.push(err71);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err72 = { instancePath: instancePath + "/spec/expects/firmware", schemaPath: "#/properties/spec/properties/expects/properties/firmware/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.spec.properties.expects.properties.firmware.type, parentSchema: schema39.properties.spec.properties.expects.properties.firmware, data: data24 };
                                if (vErrors === null) {
                                    vErrors = [err72];
                                }
                                else {
                                    vErrors.push(err72);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err73 = { instancePath: instancePath + "/spec/expects", schemaPath: "#/properties/spec/properties/expects/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.spec.properties.expects.type, parentSchema: schema39.properties.spec.properties.expects, data: data7 };
                        if (vErrors === null) {
                            vErrors = [err73];
                        }
                        else {
                            vErrors.push(err73);
                        }
                        errors++;
                    }
                }
                if (data6.bios !== undefined) {
                    let data27 = data6.bios;
                    if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                        if (Object.keys(data27).length > 1000) {
                            const err74 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/maxProperties", keyword: "maxProperties", params: { limit: 1000 }, schema: 1000, parentSchema: schema39.properties.spec.properties.bios, data: data27 };
                            if (vErrors === null) {
                                vErrors = [err74];
                            }
                            else {
                                vErrors.push(err74);
                            }
                            errors++;
                        }
                        for (const key10 in data27) {
                            const _errs67 = errors;
                            if (typeof key10 === "string") {
                                if (func1(key10) > 128) {
                                    const err75 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema39.properties.spec.properties.bios.propertyNames, data: key10, propertyName: key10 };
                                    if (vErrors === null) {
                                        vErrors = [err75];
                                    }
                                    else {
                                        vErrors.push(err75);
                                    }
                                    errors++;
                                }
                                if (func1(key10) < 1) {
                                    const err76 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.spec.properties.bios.propertyNames, data: key10, propertyName: key10 };
                                    if (vErrors === null) {
                                        vErrors = [err76];
                                    }
                                    else {
                                        vErrors.push(err76);
                                    }
                                    errors++;
                                }
                            }
                            var valid14 = _errs67 === errors;
                            if (!valid14) {
                                const err77 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/propertyNames", keyword: "propertyNames", params: { propertyName: key10 }, schema: schema39.properties.spec.properties.bios.propertyNames, parentSchema: schema39.properties.spec.properties.bios, data: data27 };
                                if (vErrors === null) {
                                    vErrors = [err77];
                                }
                                else {
                                    vErrors.push(err77);
                                }
                                errors++;
                            }
                        }
                        for (const key11 in data27) {
                            let data28 = data27[key11];
                            if (((typeof data28 !== "string") && (!((typeof data28 == "number") && (isFinite(data28))))) && (typeof data28 !== "boolean")) {
                                const err78 = { instancePath: instancePath + "/spec/bios/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/bios/additionalProperties/type", keyword: "type", params: { type: schema39.properties.spec.properties.bios.additionalProperties.type }, schema: schema39.properties.spec.properties.bios.additionalProperties.type, parentSchema: schema39.properties.spec.properties.bios.additionalProperties, data: data28 };
                                if (vErrors === null) {
                                    vErrors = [err78];
                                }
                                else {
                                    vErrors.push(err78);
                                }
                                errors++;
                            }
                            if (typeof data28 === "string") {
                                if (func1(data28) > 256) {
                                    const err79 = { instancePath: instancePath + "/spec/bios/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/bios/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 }, schema: 256, parentSchema: schema39.properties.spec.properties.bios.additionalProperties, data: data28 };
                                    if (vErrors === null) {
                                        vErrors = [err79];
                                    }
                                    else {
                                        vErrors.push(err79);
                                    }
                                    errors++;
                                }
                            }
                        }
                    }
                    else {
                        const err80 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.spec.properties.bios.type, parentSchema: schema39.properties.spec.properties.bios, data: data27 };
                        if (vErrors === null) {
                            vErrors = [err80];
                        }
                        else {
                            vErrors.push(err80);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err81 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.spec.type, parentSchema: schema39.properties.spec, data: data6 };
                if (vErrors === null) {
                    vErrors = [err81];
                }
                else {
                    vErrors.push(err81);
                }
                errors++;
            }
        }
    }
    else {
        const err82 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema39.type, parentSchema: schema39, data };
        if (vErrors === null) {
            vErrors = [err82];
        }
        else {
            vErrors.push(err82);
        }
        errors++;
    }
    validate22.errors = vErrors;
    return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export const image = validate23;
const schema42 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/image.schema.json", "title": "ImageManifest", "description": "`images/<name>.yaml`: an operating system image that machines can be given.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "description": "The version of this format.", "x-impact": "none", "const": "nanometal/v1alpha1" }, "kind": { "description": "What kind of object the file holds; its path must agree.", "x-impact": "none", "const": "Image" }, "metadata": { "description": "Who this object is.", "x-impact": "none", "$ref": "#/$defs/metadata" }, "spec": { "type": "object", "description": "An operating system image.", "x-impact": "none", "additionalProperties": false, "required": ["url", "sha256", "format", "boot"], "properties": { "url": { "description": "Where it is fetched from, http or https, without user name and password.", "x-impact": "none", "type": "string", "format": "image-url", "maxLength": 2048, "x-form": "an http or https URL without user name and password" }, "sha256": { "description": "SHA-256 of the file at the URL. What does not match is not written.", "x-impact": "none", "type": "string", "pattern": "^[0-9a-f]{64}$", "x-form": "64 lower-case hex digits" }, "format": { "description": "How the file is packed.", "x-impact": "none", "type": "string", "enum": ["raw", "raw.zst", "raw.gz", "iso"] }, "boot": { "description": "How a machine starts it.", "x-impact": "none", "type": "string", "enum": ["uefi", "bios"] } } } }, "$defs": { "metadata": { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } } } };
const schema43 = { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } };
const pattern22 = new RegExp("^[0-9a-f]{64}$", "u");
const formats10 = formats["image-url"];
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate23.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.apiVersion === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, schema: schema42.required, parentSchema: schema42, data };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.kind === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema42.required, parentSchema: schema42, data };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.metadata === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, schema: schema42.required, parentSchema: schema42, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.spec === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, schema: schema42.required, parentSchema: schema42, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema42, data };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.apiVersion !== undefined) {
            let data0 = data.apiVersion;
            if ("nanometal/v1alpha1" !== data0) {
                const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, schema: "nanometal/v1alpha1", parentSchema: schema42.properties.apiVersion, data: data0 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.kind !== undefined) {
            let data1 = data.kind;
            if ("Image" !== data1) {
                const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Image" }, schema: "Image", parentSchema: schema42.properties.kind, data: data1 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.metadata !== undefined) {
            let data2 = data.metadata;
            if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                if (data2.name === undefined) {
                    const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/required", keyword: "required", params: { missingProperty: "name" }, schema: schema43.required, parentSchema: schema43, data: data2 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
                for (const key1 in data2) {
                    if (!((key1 === "name") || (key1 === "labels"))) {
                        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema43, data: data2 };
                        if (vErrors === null) {
                            vErrors = [err8];
                        }
                        else {
                            vErrors.push(err8);
                        }
                        errors++;
                    }
                }
                if (data2.name !== undefined) {
                    let data3 = data2.name;
                    if (typeof data3 === "string") {
                        if (!pattern4.test(data3)) {
                            const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema43.properties.name, data: data3 };
                            if (vErrors === null) {
                                vErrors = [err9];
                            }
                            else {
                                vErrors.push(err9);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err10 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema43.properties.name.type, parentSchema: schema43.properties.name, data: data3 };
                        if (vErrors === null) {
                            vErrors = [err10];
                        }
                        else {
                            vErrors.push(err10);
                        }
                        errors++;
                    }
                }
                if (data2.labels !== undefined) {
                    let data4 = data2.labels;
                    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                        if (Object.keys(data4).length > 64) {
                            const err11 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 64 }, schema: 64, parentSchema: schema43.properties.labels, data: data4 };
                            if (vErrors === null) {
                                vErrors = [err11];
                            }
                            else {
                                vErrors.push(err11);
                            }
                            errors++;
                        }
                        for (const key2 in data4) {
                            const _errs12 = errors;
                            if (typeof key2 === "string") {
                                if (!pattern5.test(key2)) {
                                    const err12 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$" }, schema: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", parentSchema: schema43.properties.labels.propertyNames, data: key2, propertyName: key2 };
                                    if (vErrors === null) {
                                        vErrors = [err12];
                                    }
                                    else {
                                        vErrors.push(err12);
                                    }
                                    errors++;
                                }
                            }
                            var valid3 = _errs12 === errors;
                            if (!valid3) {
                                const err13 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, schema: schema43.properties.labels.propertyNames, parentSchema: schema43.properties.labels, data: data4 };
                                if (vErrors === null) {
                                    vErrors = [err13];
                                }
                                else {
                                    vErrors.push(err13);
                                }
                                errors++;
                            }
                        }
                        for (const key3 in data4) {
                            let data5 = data4[key3];
                            if (typeof data5 === "string") {
                                if (!pattern6.test(data5)) {
                                    const err14 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, schema: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema43.properties.labels.additionalProperties, data: data5 };
                                    if (vErrors === null) {
                                        vErrors = [err14];
                                    }
                                    else {
                                        vErrors.push(err14);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err15 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema43.properties.labels.additionalProperties.type, parentSchema: schema43.properties.labels.additionalProperties, data: data5 };
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err16 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/type", keyword: "type", params: { type: "object" }, schema: schema43.properties.labels.type, parentSchema: schema43.properties.labels, data: data4 };
                        if (vErrors === null) {
                            vErrors = [err16];
                        }
                        else {
                            vErrors.push(err16);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err17 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/type", keyword: "type", params: { type: "object" }, schema: schema43.type, parentSchema: schema43, data: data2 };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.spec !== undefined) {
            let data6 = data.spec;
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                if (data6.url === undefined) {
                    const err18 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "url" }, schema: schema42.properties.spec.required, parentSchema: schema42.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
                if (data6.sha256 === undefined) {
                    const err19 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "sha256" }, schema: schema42.properties.spec.required, parentSchema: schema42.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err19];
                    }
                    else {
                        vErrors.push(err19);
                    }
                    errors++;
                }
                if (data6.format === undefined) {
                    const err20 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "format" }, schema: schema42.properties.spec.required, parentSchema: schema42.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err20];
                    }
                    else {
                        vErrors.push(err20);
                    }
                    errors++;
                }
                if (data6.boot === undefined) {
                    const err21 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "boot" }, schema: schema42.properties.spec.required, parentSchema: schema42.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err21];
                    }
                    else {
                        vErrors.push(err21);
                    }
                    errors++;
                }
                for (const key4 in data6) {
                    if (!((((key4 === "url") || (key4 === "sha256")) || (key4 === "format")) || (key4 === "boot"))) {
                        const err22 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema42.properties.spec, data: data6 };
                        if (vErrors === null) {
                            vErrors = [err22];
                        }
                        else {
                            vErrors.push(err22);
                        }
                        errors++;
                    }
                }
                if (data6.url !== undefined) {
                    let data7 = data6.url;
                    if (typeof data7 === "string") {
                        if (func1(data7) > 2048) {
                            const err23 = { instancePath: instancePath + "/spec/url", schemaPath: "#/properties/spec/properties/url/maxLength", keyword: "maxLength", params: { limit: 2048 }, schema: 2048, parentSchema: schema42.properties.spec.properties.url, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                        if (!(formats10(data7))) {
                            const err24 = { instancePath: instancePath + "/spec/url", schemaPath: "#/properties/spec/properties/url/format", keyword: "format", params: { format: "image-url" }, schema: "image-url", parentSchema: schema42.properties.spec.properties.url, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err24];
                            }
                            else {
                                vErrors.push(err24);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err25 = { instancePath: instancePath + "/spec/url", schemaPath: "#/properties/spec/properties/url/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.spec.properties.url.type, parentSchema: schema42.properties.spec.properties.url, data: data7 };
                        if (vErrors === null) {
                            vErrors = [err25];
                        }
                        else {
                            vErrors.push(err25);
                        }
                        errors++;
                    }
                }
                if (data6.sha256 !== undefined) {
                    let data8 = data6.sha256;
                    if (typeof data8 === "string") {
                        if (!pattern22.test(data8)) {
                            const err26 = { instancePath: instancePath + "/spec/sha256", schemaPath: "#/properties/spec/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, schema: "^[0-9a-f]{64}$", parentSchema: schema42.properties.spec.properties.sha256, data: data8 };
                            if (vErrors === null) {
                                vErrors = [err26];
                            }
                            else {
                                vErrors.push(err26);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err27 = { instancePath: instancePath + "/spec/sha256", schemaPath: "#/properties/spec/properties/sha256/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.spec.properties.sha256.type, parentSchema: schema42.properties.spec.properties.sha256, data: data8 };
                        if (vErrors === null) {
                            vErrors = [err27];
                        }
                        else {
                            vErrors.push(err27);
                        }
                        errors++;
                    }
                }
                if (data6.format !== undefined) {
                    let data9 = data6.format;
                    if (typeof data9 !== "string") {
                        const err28 = { instancePath: instancePath + "/spec/format", schemaPath: "#/properties/spec/properties/format/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.spec.properties.format.type, parentSchema: schema42.properties.spec.properties.format, data: data9 };
                        if (vErrors === null) {
                            vErrors = [err28];
                        }
                        else {
                            vErrors.push(err28);
                        }
                        errors++;
                    }
                    if (!((((data9 === "raw") || (data9 === "raw.zst")) || (data9 === "raw.gz")) || (data9 === "iso"))) {
                        const err29 = { instancePath: instancePath + "/spec/format", schemaPath: "#/properties/spec/properties/format/enum", keyword: "enum", params: { allowedValues: schema42.properties.spec.properties.format.enum }, schema: schema42.properties.spec.properties.format.enum, parentSchema: schema42.properties.spec.properties.format, data: data9 };
                        if (vErrors === null) {
                            vErrors = [err29];
                        }
                        else {
                            vErrors.push(err29);
                        }
                        errors++;
                    }
                }
                if (data6.boot !== undefined) {
                    let data10 = data6.boot;
                    if (typeof data10 !== "string") {
                        const err30 = { instancePath: instancePath + "/spec/boot", schemaPath: "#/properties/spec/properties/boot/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.spec.properties.boot.type, parentSchema: schema42.properties.spec.properties.boot, data: data10 };
                        if (vErrors === null) {
                            vErrors = [err30];
                        }
                        else {
                            vErrors.push(err30);
                        }
                        errors++;
                    }
                    if (!((data10 === "uefi") || (data10 === "bios"))) {
                        const err31 = { instancePath: instancePath + "/spec/boot", schemaPath: "#/properties/spec/properties/boot/enum", keyword: "enum", params: { allowedValues: schema42.properties.spec.properties.boot.enum }, schema: schema42.properties.spec.properties.boot.enum, parentSchema: schema42.properties.spec.properties.boot, data: data10 };
                        if (vErrors === null) {
                            vErrors = [err31];
                        }
                        else {
                            vErrors.push(err31);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err32 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, schema: schema42.properties.spec.type, parentSchema: schema42.properties.spec, data: data6 };
                if (vErrors === null) {
                    vErrors = [err32];
                }
                else {
                    vErrors.push(err32);
                }
                errors++;
            }
        }
    }
    else {
        const err33 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema42.type, parentSchema: schema42, data };
        if (vErrors === null) {
            vErrors = [err33];
        }
        else {
            vErrors.push(err33);
        }
        errors++;
    }
    validate23.errors = vErrors;
    return errors === 0;
}
validate23.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export const machine = validate24;
const schema44 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/machine.schema.json", "title": "MachineManifest", "description": "`facilities/<f>/machines/<rack>/<name>.yaml`: one machine. Deleting the file means that it is no longer managed, and nothing else.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "description": "The version of this format.", "x-impact": "none", "const": "nanometal/v1alpha1" }, "kind": { "description": "What kind of object the file holds; its path must agree.", "x-impact": "none", "const": "Machine" }, "metadata": { "description": "Who this object is.", "x-impact": "none", "$ref": "#/$defs/metadata" }, "spec": { "type": "object", "description": "What the machine is and should be.", "x-impact": "none", "additionalProperties": false, "required": ["class", "management", "bmc"], "properties": { "class": { "description": "The class it belongs to: `classes/<name>.yaml`.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "location": { "type": "object", "description": "Where it stands. Absent: it stands nowhere yet, and its folder is `unplaced`.", "x-impact": "none", "additionalProperties": false, "required": ["rack"], "properties": { "rack": { "description": "The rack; the same as the folder of the file.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "unit": { "description": "The lowest height unit that it takes.", "x-impact": "none", "type": "integer", "minimum": 1, "maximum": 100 } } }, "management": { "description": "`observe` looks only; `adopt` takes over as found, so that the plan must be empty; `manage` acts.", "x-impact": "none", "type": "string", "enum": ["observe", "adopt", "manage"] }, "bmc": { "type": "object", "description": "How its baseboard management controller is reached.", "x-impact": "none", "additionalProperties": false, "required": ["driver", "address", "credentials"], "properties": { "driver": { "description": "The infrastructure driver, such as redfish.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "address": { "description": "`https://` and host and, where it is not the usual one, port. Plain `http://` is refused outside loopback unless `tls.insecure` is true.", "x-impact": "none", "type": "string", "format": "bmc-address", "maxLength": 300, "x-form": "a URL such as https://10.1.3.12 or https://10.1.3.12:8443" }, "credentials": { "description": "Name of the credentials: `secrets/<name>.age` of this facility, or a file of that name on the reconciler's host.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "tls": { "type": "object", "description": "How the BMC proves who it is. Absent: by a certificate that the host trusts.", "x-impact": "none", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "sha256": { "description": "SHA-256 of the certificate's public key (SubjectPublicKeyInfo, DER). If given, it decides alone.", "x-impact": "none", "type": "string", "pattern": "^[0-9a-fA-F]{64}$", "x-form": "64 hex digits" }, "insecure": { "description": "True: anything is believed, even plain http. The plan says so each time.", "x-impact": "none", "type": "boolean" } } }, "system": { "description": "Which system of a service that fronts several machines.", "x-impact": "none", "type": "string", "pattern": "^/redfish/v1/Systems/[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,128}$", "x-form": "a path such as /redfish/v1/Systems/1" } } }, "identity": { "type": "object", "description": "How the machine at the address proves to be this one. To act on it, two of these must be given and match, one of them `serial` or `uuid`.", "x-impact": "none", "additionalProperties": false, "properties": { "serial": { "description": "ComputerSystem.SerialNumber, or the vendor's service tag.", "x-impact": "none", "type": "string", "pattern": "^\\S(?:.{0,126}\\S)?$", "x-form": "text of up to 128 characters without spaces at its ends" }, "uuid": { "description": "ComputerSystem.UUID.", "x-impact": "none", "type": "string", "pattern": "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "x-form": "a UUID such as 4c4c4544-0058-4b10-8032-b7c04f4d3933" }, "chassisSerial": { "description": "Chassis.SerialNumber.", "x-impact": "none", "type": "string", "pattern": "^\\S(?:.{0,126}\\S)?$", "x-form": "text of up to 128 characters without spaces at its ends" }, "bmcMac": { "description": "MAC address of the manager's first interface.", "x-impact": "none", "type": "string", "pattern": "^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$", "x-form": "a MAC address such as 00:25:90:ab:cd:ef" } } }, "power": { "description": "Whether it is to be on or off. Absent: not ours to say.", "x-impact": "off", "type": "string", "enum": ["On", "Off"] }, "bios": { "description": "BIOS attributes by the names that the BMC uses, on top of the class. Only keys that are named are ever written; each consents to the reboot that it needs.", "x-impact": "reboot", "type": "object", "maxProperties": 1000, "propertyNames": { "minLength": 1, "maxLength": 128 }, "additionalProperties": { "type": ["string", "number", "boolean"], "maxLength": 256 } }, "install": { "type": "object", "description": "The consent to install: which image, onto exactly which disk, once for each id.", "x-impact": "erase", "additionalProperties": false, "required": ["id", "image", "disk"], "properties": { "id": { "description": "Makes this consent different from every other of this machine, for ever. To install again, take a new one.", "x-impact": "erase", "type": "string", "pattern": "^[a-z0-9-]{1,63}$", "x-form": "1 to 63 lower-case letters, digits and hyphens" }, "image": { "description": "The image: `images/<name>.yaml`.", "x-impact": "erase", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "disk": { "description": "The disk that it goes onto.", "x-impact": "erase", "$ref": "#/$defs/disk" }, "overwrite": { "description": "True: the disk may hold something. Absent: a disk that is not blank is held.", "x-impact": "erase", "type": "boolean", "default": false }, "ready": { "description": "What counts as evidence that it runs: `phoneHome`, `powerOn`, or `tcp:` and a port.", "x-impact": "none", "type": "string", "pattern": "^(?:phoneHome|powerOn|tcp:[1-9][0-9]{0,4})$", "default": "phoneHome", "x-form": "phoneHome, powerOn, or tcp: and a port such as tcp:22" } } }, "operations": { "description": "What people ask for, each at most once.", "x-impact": "erase", "type": "array", "maxItems": 64, "items": { "$ref": "#/$defs/operation" } }, "lifecycle": { "description": "`decommission`: take it out of use, off, and erase as declared.", "x-impact": "erase", "type": "string", "enum": ["active", "decommission"], "default": "active" }, "parked": { "description": "Nothing is changed on this machine while this is set. Heeded even when the commit that brings it is rejected for something else.", "x-impact": "none", "$ref": "#/$defs/pause" }, "protected": { "description": "True: whatever disrupts it is held, whatever else says.", "x-impact": "none", "type": "boolean", "default": false }, "disposable": { "description": "True: a pool may install here, onto the one disk that the class's rule picks.", "x-impact": "erase", "type": "boolean", "default": false } } } }, "$defs": { "metadata": { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } }, "pause": { "type": "object", "description": "Why nothing is done, and until when.", "x-impact": "none", "additionalProperties": false, "required": ["reason"], "properties": { "reason": { "description": "For people: who asked for it and why, such as a change number.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 256 }, "until": { "description": "When it ends by itself. Absent: when a commit takes it back.", "x-impact": "none", "type": "string", "format": "date-time", "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)" } } }, "disk": { "type": "object", "description": "One disk by one durable name. It must match exactly one disk of the machine.", "x-impact": "erase", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "serial": { "description": "Serial number of the disk.", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 }, "wwn": { "description": "World Wide Name of the disk (NAA).", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 }, "eui": { "description": "EUI-64 or NGUID of an NVMe namespace.", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 }, "volume": { "description": "Name of a RAID volume.", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 } } }, "operation": { "type": "object", "description": "Something a person asks for. It is done at most once for its id.", "x-impact": "erase", "additionalProperties": false, "required": ["id", "verb", "notAfter"], "properties": { "id": { "description": "Makes this request different from every other of this machine, for ever. To ask again, take a new one.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9-]{1,63}$", "x-form": "1 to 63 lower-case letters, digits and hyphens" }, "verb": { "description": "What is to be done. Reboot, PowerCycle and ResetBmc interrupt, Erase destroys data; Identify, ClearTasks and Inspect do neither.", "x-impact": "erase", "type": "string", "enum": ["Reboot", "PowerCycle", "Identify", "ResetBmc", "ClearTasks", "Inspect", "Erase"] }, "notAfter": { "description": "Seen after this time it is not done any more (Expired).", "x-impact": "none", "type": "string", "format": "date-time", "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)" }, "boot": { "description": "Reboot and PowerCycle only: start from this device once (a Redfish BootSourceOverrideTarget).", "x-impact": "reboot", "type": "string", "enum": ["Pxe", "Cd", "Usb", "Hdd", "Floppy", "SDCard", "UefiHttp", "UefiShell", "RemoteDrive", "BiosSetup", "Utilities", "Diags", "Recovery"] }, "indicator": { "description": "Identify only: whether the light is to be lit or off.", "x-impact": "none", "type": "string", "enum": ["Lit", "Off"], "default": "Lit" }, "disks": { "description": "Erase only, and required there: exactly these disks.", "x-impact": "erase", "type": "array", "minItems": 1, "maxItems": 64, "items": { "$ref": "#/$defs/disk" } } }, "dependentSchemas": { "boot": { "type": "object", "properties": { "verb": { "enum": ["Reboot", "PowerCycle"] } } }, "indicator": { "type": "object", "properties": { "verb": { "enum": ["Identify"] } } }, "disks": { "type": "object", "properties": { "verb": { "enum": ["Erase"] } } } }, "if": { "type": "object", "required": ["verb"], "properties": { "verb": { "const": "Erase" } } }, "then": { "type": "object", "required": ["disks"], "properties": { "disks": true } } } } };
const schema45 = { "type": "object", "description": "Who this object is.", "x-impact": "none", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end" }, "labels": { "description": "Words to select and sort by; nothing is done because of a label alone.", "x-impact": "none", "type": "object", "maxProperties": 64, "propertyNames": { "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores" }, "additionalProperties": { "type": "string", "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "x-form": "up to 63 letters, digits, dots, hyphens and underscores" } } } };
const schema46 = { "type": "object", "description": "One disk by one durable name. It must match exactly one disk of the machine.", "x-impact": "erase", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "serial": { "description": "Serial number of the disk.", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 }, "wwn": { "description": "World Wide Name of the disk (NAA).", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 }, "eui": { "description": "EUI-64 or NGUID of an NVMe namespace.", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 }, "volume": { "description": "Name of a RAID volume.", "x-impact": "erase", "type": "string", "minLength": 1, "maxLength": 128 } } };
const schema49 = { "type": "object", "description": "Why nothing is done, and until when.", "x-impact": "none", "additionalProperties": false, "required": ["reason"], "properties": { "reason": { "description": "For people: who asked for it and why, such as a change number.", "x-impact": "none", "type": "string", "minLength": 1, "maxLength": 256 }, "until": { "description": "When it ends by itself. Absent: when a commit takes it back.", "x-impact": "none", "type": "string", "format": "date-time", "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)" } } };
const pattern30 = new RegExp("^[0-9a-fA-F]{64}$", "u");
const pattern31 = new RegExp("^/redfish/v1/Systems/[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,128}$", "u");
const pattern32 = new RegExp("^\\S(?:.{0,126}\\S)?$", "u");
const pattern33 = new RegExp("^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern35 = new RegExp("^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$", "u");
const pattern36 = new RegExp("^[a-z0-9-]{1,63}$", "u");
const pattern38 = new RegExp("^(?:phoneHome|powerOn|tcp:[1-9][0-9]{0,4})$", "u");
const func19 = Object.prototype.hasOwnProperty;
const formats12 = formats["bmc-address"];
const schema47 = { "type": "object", "description": "Something a person asks for. It is done at most once for its id.", "x-impact": "erase", "additionalProperties": false, "required": ["id", "verb", "notAfter"], "properties": { "id": { "description": "Makes this request different from every other of this machine, for ever. To ask again, take a new one.", "x-impact": "none", "type": "string", "pattern": "^[a-z0-9-]{1,63}$", "x-form": "1 to 63 lower-case letters, digits and hyphens" }, "verb": { "description": "What is to be done. Reboot, PowerCycle and ResetBmc interrupt, Erase destroys data; Identify, ClearTasks and Inspect do neither.", "x-impact": "erase", "type": "string", "enum": ["Reboot", "PowerCycle", "Identify", "ResetBmc", "ClearTasks", "Inspect", "Erase"] }, "notAfter": { "description": "Seen after this time it is not done any more (Expired).", "x-impact": "none", "type": "string", "format": "date-time", "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)" }, "boot": { "description": "Reboot and PowerCycle only: start from this device once (a Redfish BootSourceOverrideTarget).", "x-impact": "reboot", "type": "string", "enum": ["Pxe", "Cd", "Usb", "Hdd", "Floppy", "SDCard", "UefiHttp", "UefiShell", "RemoteDrive", "BiosSetup", "Utilities", "Diags", "Recovery"] }, "indicator": { "description": "Identify only: whether the light is to be lit or off.", "x-impact": "none", "type": "string", "enum": ["Lit", "Off"], "default": "Lit" }, "disks": { "description": "Erase only, and required there: exactly these disks.", "x-impact": "erase", "type": "array", "minItems": 1, "maxItems": 64, "items": { "$ref": "#/$defs/disk" } } }, "dependentSchemas": { "boot": { "type": "object", "properties": { "verb": { "enum": ["Reboot", "PowerCycle"] } } }, "indicator": { "type": "object", "properties": { "verb": { "enum": ["Identify"] } } }, "disks": { "type": "object", "properties": { "verb": { "enum": ["Erase"] } } } }, "if": { "type": "object", "required": ["verb"], "properties": { "verb": { "const": "Erase" } } }, "then": { "type": "object", "required": ["disks"], "properties": { "disks": true } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate25.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    const _errs1 = errors;
    let valid0 = true;
    const _errs2 = errors;
    if (errors === _errs2) {
        if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing0;
            if ((data.verb === undefined) && (missing0 = "verb")) {
                const err0 = {};
                if (vErrors === null) {
                    vErrors = [err0];
                }
                else {
                    vErrors.push(err0);
                }
                errors++;
            }
            else {
                if (data.verb !== undefined) {
                    if ("Erase" !== data.verb) {
                        const err1 = {};
                        if (vErrors === null) {
                            vErrors = [err1];
                        }
                        else {
                            vErrors.push(err1);
                        }
                        errors++;
                    }
                }
            }
        }
        else {
            const err2 = {};
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    var _valid0 = _errs2 === errors;
    errors = _errs1;
    if (vErrors !== null) {
        if (_errs1) {
            vErrors.length = _errs1;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid0) {
        const _errs5 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.disks === undefined) {
                const err3 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "disks" }, schema: schema47.then.required, parentSchema: schema47.then, data };
                if (vErrors === null) {
                    vErrors = [err3];
                }
                else {
                    vErrors.push(err3);
                }
                errors++;
            }
        }
        else {
            const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" }, schema: schema47.then.type, parentSchema: schema47.then, data };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        var _valid0 = _errs5 === errors;
        valid0 = _valid0;
        if (valid0) {
            var props0 = {};
            props0.disks = true;
            props0.verb = true;
        }
    }
    if (!valid0) {
        const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema47.if, parentSchema: schema47, data };
        if (vErrors === null) {
            vErrors = [err5];
        }
        else {
            vErrors.push(err5);
        }
        errors++;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.id === undefined) {
            const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema47.required, parentSchema: schema47, data };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
        if (data.verb === undefined) {
            const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verb" }, schema: schema47.required, parentSchema: schema47, data };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
        if (data.notAfter === undefined) {
            const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "notAfter" }, schema: schema47.required, parentSchema: schema47, data };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((((((key0 === "id") || (key0 === "verb")) || (key0 === "notAfter")) || (key0 === "boot")) || (key0 === "indicator")) || (key0 === "disks"))) {
                const err9 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema47, data };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
        if (data.id !== undefined) {
            let data1 = data.id;
            if (typeof data1 === "string") {
                if (!pattern36.test(data1)) {
                    const err10 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]{1,63}$" }, schema: "^[a-z0-9-]{1,63}$", parentSchema: schema47.properties.id, data: data1 };
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
            }
            else {
                const err11 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.id.type, parentSchema: schema47.properties.id, data: data1 };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
        }
        if (data.verb !== undefined) {
            let data2 = data.verb;
            if (typeof data2 !== "string") {
                const err12 = { instancePath: instancePath + "/verb", schemaPath: "#/properties/verb/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.verb.type, parentSchema: schema47.properties.verb, data: data2 };
                if (vErrors === null) {
                    vErrors = [err12];
                }
                else {
                    vErrors.push(err12);
                }
                errors++;
            }
            if (!(((((((data2 === "Reboot") || (data2 === "PowerCycle")) || (data2 === "Identify")) || (data2 === "ResetBmc")) || (data2 === "ClearTasks")) || (data2 === "Inspect")) || (data2 === "Erase"))) {
                const err13 = { instancePath: instancePath + "/verb", schemaPath: "#/properties/verb/enum", keyword: "enum", params: { allowedValues: schema47.properties.verb.enum }, schema: schema47.properties.verb.enum, parentSchema: schema47.properties.verb, data: data2 };
                if (vErrors === null) {
                    vErrors = [err13];
                }
                else {
                    vErrors.push(err13);
                }
                errors++;
            }
        }
        if (data.notAfter !== undefined) {
            let data3 = data.notAfter;
            if (typeof data3 === "string") {
                if (!(formats8(data3))) {
                    const err14 = { instancePath: instancePath + "/notAfter", schemaPath: "#/properties/notAfter/format", keyword: "format", params: { format: "date-time" }, schema: "date-time", parentSchema: schema47.properties.notAfter, data: data3 };
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
            else {
                const err15 = { instancePath: instancePath + "/notAfter", schemaPath: "#/properties/notAfter/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.notAfter.type, parentSchema: schema47.properties.notAfter, data: data3 };
                if (vErrors === null) {
                    vErrors = [err15];
                }
                else {
                    vErrors.push(err15);
                }
                errors++;
            }
        }
        if (data.boot !== undefined) {
            let data4 = data.boot;
            if (typeof data4 !== "string") {
                const err16 = { instancePath: instancePath + "/boot", schemaPath: "#/properties/boot/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.boot.type, parentSchema: schema47.properties.boot, data: data4 };
                if (vErrors === null) {
                    vErrors = [err16];
                }
                else {
                    vErrors.push(err16);
                }
                errors++;
            }
            if (!(((((((((((((data4 === "Pxe") || (data4 === "Cd")) || (data4 === "Usb")) || (data4 === "Hdd")) || (data4 === "Floppy")) || (data4 === "SDCard")) || (data4 === "UefiHttp")) || (data4 === "UefiShell")) || (data4 === "RemoteDrive")) || (data4 === "BiosSetup")) || (data4 === "Utilities")) || (data4 === "Diags")) || (data4 === "Recovery"))) {
                const err17 = { instancePath: instancePath + "/boot", schemaPath: "#/properties/boot/enum", keyword: "enum", params: { allowedValues: schema47.properties.boot.enum }, schema: schema47.properties.boot.enum, parentSchema: schema47.properties.boot, data: data4 };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.indicator !== undefined) {
            let data5 = data.indicator;
            if (typeof data5 !== "string") {
                const err18 = { instancePath: instancePath + "/indicator", schemaPath: "#/properties/indicator/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.indicator.type, parentSchema: schema47.properties.indicator, data: data5 };
                if (vErrors === null) {
                    vErrors = [err18];
                }
                else {
                    vErrors.push(err18);
                }
                errors++;
            }
            if (!((data5 === "Lit") || (data5 === "Off"))) {
                const err19 = { instancePath: instancePath + "/indicator", schemaPath: "#/properties/indicator/enum", keyword: "enum", params: { allowedValues: schema47.properties.indicator.enum }, schema: schema47.properties.indicator.enum, parentSchema: schema47.properties.indicator, data: data5 };
                if (vErrors === null) {
                    vErrors = [err19];
                }
                else {
                    vErrors.push(err19);
                }
                errors++;
            }
        }
        if (data.disks !== undefined) {
            let data6 = data.disks;
            if (Array.isArray(data6)) {
                if (data6.length > 64) {
                    const err20 = { instancePath: instancePath + "/disks", schemaPath: "#/properties/disks/maxItems", keyword: "maxItems", params: { limit: 64 }, schema: 64, parentSchema: schema47.properties.disks, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err20];
                    }
                    else {
                        vErrors.push(err20);
                    }
                    errors++;
                }
                if (data6.length < 1) {
                    const err21 = { instancePath: instancePath + "/disks", schemaPath: "#/properties/disks/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema47.properties.disks, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err21];
                    }
                    else {
                        vErrors.push(err21);
                    }
                    errors++;
                }
                const len0 = data6.length;
                for (let i0 = 0; i0 < len0; i0++) {
                    let data7 = data6[i0];
                    if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                        if (Object.keys(data7).length > 1) {
                            const err22 = { instancePath: instancePath + "/disks/" + i0, schemaPath: "#/$defs/disk/maxProperties", keyword: "maxProperties", params: { limit: 1 }, schema: 1, parentSchema: schema46, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err22];
                            }
                            else {
                                vErrors.push(err22);
                            }
                            errors++;
                        }
                        if (Object.keys(data7).length < 1) {
                            const err23 = { instancePath: instancePath + "/disks/" + i0, schemaPath: "#/$defs/disk/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema46, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                        for (const key1 in data7) {
                            if (!((((key1 === "serial") || (key1 === "wwn")) || (key1 === "eui")) || (key1 === "volume"))) {
                                const err24 = { instancePath: instancePath + "/disks/" + i0, schemaPath: "#/$defs/disk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema46, data: data7 };
                                if (vErrors === null) {
                                    vErrors = [err24];
                                }
                                else {
                                    vErrors.push(err24);
                                }
                                errors++;
                            }
                        }
                        if (data7.serial !== undefined) {
                            let data8 = data7.serial;
                            if (typeof data8 === "string") {
                                if (func1(data8) > 128) {
                                    const err25 = { instancePath: instancePath + "/disks/" + i0 + "/serial", schemaPath: "#/$defs/disk/properties/serial/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.serial, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err25];
                                    }
                                    else {
                                        vErrors.push(err25);
                                    }
                                    errors++;
                                }
                                if (func1(data8) < 1) {
                                    const err26 = { instancePath: instancePath + "/disks/" + i0 + "/serial", schemaPath: "#/$defs/disk/properties/serial/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.serial, data: data8 };
                                    if (vErrors === null) {
                                        vErrors = [err26];
                                    }
                                    else {
                                        vErrors.push(err26);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err27 = { instancePath: instancePath + "/disks/" + i0 + "/serial", schemaPath: "#/$defs/disk/properties/serial/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.serial.type, parentSchema: schema46.properties.serial, data: data8 };
                                if (vErrors === null) {
                                    vErrors = [err27];
                                }
                                else {
                                    vErrors.push(err27);
                                }
                                errors++;
                            }
                        }
                        if (data7.wwn !== undefined) {
                            let data9 = data7.wwn;
                            if (typeof data9 === "string") {
                                if (func1(data9) > 128) {
                                    const err28 = { instancePath: instancePath + "/disks/" + i0 + "/wwn", schemaPath: "#/$defs/disk/properties/wwn/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.wwn, data: data9 };
                                    if (vErrors === null) {
                                        vErrors = [err28];
                                    }
                                    else {
                                        vErrors.push(err28);
                                    }
                                    errors++;
                                }
                                if (func1(data9) < 1) {
                                    const err29 = { instancePath: instancePath + "/disks/" + i0 + "/wwn", schemaPath: "#/$defs/disk/properties/wwn/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.wwn, data: data9 };
                                    if (vErrors === null) {
                                        vErrors = [err29];
                                    }
                                    else {
                                        vErrors.push(err29);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err30 = { instancePath: instancePath + "/disks/" + i0 + "/wwn", schemaPath: "#/$defs/disk/properties/wwn/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.wwn.type, parentSchema: schema46.properties.wwn, data: data9 };
                                if (vErrors === null) {
                                    vErrors = [err30];
                                }
                                else {
                                    vErrors.push(err30);
                                }
                                errors++;
                            }
                        }
                        if (data7.eui !== undefined) {
                            let data10 = data7.eui;
                            if (typeof data10 === "string") {
                                if (func1(data10) > 128) {
                                    const err31 = { instancePath: instancePath + "/disks/" + i0 + "/eui", schemaPath: "#/$defs/disk/properties/eui/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.eui, data: data10 };
                                    if (vErrors === null) {
                                        vErrors = [err31];
                                    }
                                    else {
                                        vErrors.push(err31);
                                    }
                                    errors++;
                                }
                                if (func1(data10) < 1) {
                                    const err32 = { instancePath: instancePath + "/disks/" + i0 + "/eui", schemaPath: "#/$defs/disk/properties/eui/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.eui, data: data10 };
                                    if (vErrors === null) {
                                        vErrors = [err32];
                                    }
                                    else {
                                        vErrors.push(err32);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err33 = { instancePath: instancePath + "/disks/" + i0 + "/eui", schemaPath: "#/$defs/disk/properties/eui/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.eui.type, parentSchema: schema46.properties.eui, data: data10 };
                                if (vErrors === null) {
                                    vErrors = [err33];
                                }
                                else {
                                    vErrors.push(err33);
                                }
                                errors++;
                            }
                        }
                        if (data7.volume !== undefined) {
                            let data11 = data7.volume;
                            if (typeof data11 === "string") {
                                if (func1(data11) > 128) {
                                    const err34 = { instancePath: instancePath + "/disks/" + i0 + "/volume", schemaPath: "#/$defs/disk/properties/volume/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.volume, data: data11 };
                                    if (vErrors === null) {
                                        vErrors = [err34];
                                    }
                                    else {
                                        vErrors.push(err34);
                                    }
                                    errors++;
                                }
                                if (func1(data11) < 1) {
                                    const err35 = { instancePath: instancePath + "/disks/" + i0 + "/volume", schemaPath: "#/$defs/disk/properties/volume/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.volume, data: data11 };
                                    if (vErrors === null) {
                                        vErrors = [err35];
                                    }
                                    else {
                                        vErrors.push(err35);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err36 = { instancePath: instancePath + "/disks/" + i0 + "/volume", schemaPath: "#/$defs/disk/properties/volume/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.volume.type, parentSchema: schema46.properties.volume, data: data11 };
                                if (vErrors === null) {
                                    vErrors = [err36];
                                }
                                else {
                                    vErrors.push(err36);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err37 = { instancePath: instancePath + "/disks/" + i0, schemaPath: "#/$defs/disk/type", keyword: "type", params: { type: "object" }, schema: schema46.type, parentSchema: schema46, data: data7 };
                        if (vErrors === null) {
                            vErrors = [err37];
                        }
                        else {
                            vErrors.push(err37);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err38 = { instancePath: instancePath + "/disks", schemaPath: "#/properties/disks/type", keyword: "type", params: { type: "array" }, schema: schema47.properties.disks.type, parentSchema: schema47.properties.disks, data: data6 };
                if (vErrors === null) {
                    vErrors = [err38];
                }
                else {
                    vErrors.push(err38);
                }
                errors++;
            }
        }
        if (data.boot !== undefined) {
            if (data && typeof data == "object" && !Array.isArray(data)) {
                if (data.verb !== undefined) {
                    let data12 = data.verb;
                    if (!((data12 === "Reboot") || (data12 === "PowerCycle"))) {
                        const err39 = { instancePath: instancePath + "/verb", schemaPath: "#/dependentSchemas/boot/properties/verb/enum", keyword: "enum", params: { allowedValues: schema47.dependentSchemas.boot.properties.verb.enum }, schema: schema47.dependentSchemas.boot.properties.verb.enum, parentSchema: schema47.dependentSchemas.boot.properties.verb, data: data12 };
                        if (vErrors === null) {
                            vErrors = [err39];
                        }
                        else {
                            vErrors.push(err39);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err40 = { instancePath, schemaPath: "#/dependentSchemas/boot/type", keyword: "type", params: { type: "object" }, schema: schema47.dependentSchemas.boot.type, parentSchema: schema47.dependentSchemas.boot, data };
                if (vErrors === null) {
                    vErrors = [err40];
                }
                else {
                    vErrors.push(err40);
                }
                errors++;
            }
        }
        if (data.indicator !== undefined) {
            if (data && typeof data == "object" && !Array.isArray(data)) {
                if (data.verb !== undefined) {
                    let data13 = data.verb;
                    if (!(data13 === "Identify")) {
                        const err41 = { instancePath: instancePath + "/verb", schemaPath: "#/dependentSchemas/indicator/properties/verb/enum", keyword: "enum", params: { allowedValues: schema47.dependentSchemas.indicator.properties.verb.enum }, schema: schema47.dependentSchemas.indicator.properties.verb.enum, parentSchema: schema47.dependentSchemas.indicator.properties.verb, data: data13 };
                        if (vErrors === null) {
                            vErrors = [err41];
                        }
                        else {
                            vErrors.push(err41);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err42 = { instancePath, schemaPath: "#/dependentSchemas/indicator/type", keyword: "type", params: { type: "object" }, schema: schema47.dependentSchemas.indicator.type, parentSchema: schema47.dependentSchemas.indicator, data };
                if (vErrors === null) {
                    vErrors = [err42];
                }
                else {
                    vErrors.push(err42);
                }
                errors++;
            }
        }
        if (data.disks !== undefined) {
            if (data && typeof data == "object" && !Array.isArray(data)) {
                if (data.verb !== undefined) {
                    let data14 = data.verb;
                    if (!(data14 === "Erase")) {
                        const err43 = { instancePath: instancePath + "/verb", schemaPath: "#/dependentSchemas/disks/properties/verb/enum", keyword: "enum", params: { allowedValues: schema47.dependentSchemas.disks.properties.verb.enum }, schema: schema47.dependentSchemas.disks.properties.verb.enum, parentSchema: schema47.dependentSchemas.disks.properties.verb, data: data14 };
                        if (vErrors === null) {
                            vErrors = [err43];
                        }
                        else {
                            vErrors.push(err43);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err44 = { instancePath, schemaPath: "#/dependentSchemas/disks/type", keyword: "type", params: { type: "object" }, schema: schema47.dependentSchemas.disks.type, parentSchema: schema47.dependentSchemas.disks, data };
                if (vErrors === null) {
                    vErrors = [err44];
                }
                else {
                    vErrors.push(err44);
                }
                errors++;
            }
        }
    }
    else {
        const err45 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema47.type, parentSchema: schema47, data };
        if (vErrors === null) {
            vErrors = [err45];
        }
        else {
            vErrors.push(err45);
        }
        errors++;
    }
    validate25.errors = vErrors;
    return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate24.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.apiVersion === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, schema: schema44.required, parentSchema: schema44, data };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.kind === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema44.required, parentSchema: schema44, data };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.metadata === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, schema: schema44.required, parentSchema: schema44, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.spec === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, schema: schema44.required, parentSchema: schema44, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema44, data };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.apiVersion !== undefined) {
            let data0 = data.apiVersion;
            if ("nanometal/v1alpha1" !== data0) {
                const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, schema: "nanometal/v1alpha1", parentSchema: schema44.properties.apiVersion, data: data0 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.kind !== undefined) {
            let data1 = data.kind;
            if ("Machine" !== data1) {
                const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Machine" }, schema: "Machine", parentSchema: schema44.properties.kind, data: data1 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.metadata !== undefined) {
            let data2 = data.metadata;
            if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                if (data2.name === undefined) {
                    const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/required", keyword: "required", params: { missingProperty: "name" }, schema: schema45.required, parentSchema: schema45, data: data2 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
                for (const key1 in data2) {
                    if (!((key1 === "name") || (key1 === "labels"))) {
                        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema45, data: data2 };
                        if (vErrors === null) {
                            vErrors = [err8];
                        }
                        else {
                            vErrors.push(err8);
                        }
                        errors++;
                    }
                }
                if (data2.name !== undefined) {
                    let data3 = data2.name;
                    if (typeof data3 === "string") {
                        if (!pattern4.test(data3)) {
                            const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema45.properties.name, data: data3 };
                            if (vErrors === null) {
                                vErrors = [err9];
                            }
                            else {
                                vErrors.push(err9);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err10 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.name.type, parentSchema: schema45.properties.name, data: data3 };
                        if (vErrors === null) {
                            vErrors = [err10];
                        }
                        else {
                            vErrors.push(err10);
                        }
                        errors++;
                    }
                }
                if (data2.labels !== undefined) {
                    let data4 = data2.labels;
                    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                        if (Object.keys(data4).length > 64) {
                            const err11 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 64 }, schema: 64, parentSchema: schema45.properties.labels, data: data4 };
                            if (vErrors === null) {
                                vErrors = [err11];
                            }
                            else {
                                vErrors.push(err11);
                            }
                            errors++;
                        }
                        for (const key2 in data4) {
                            const _errs12 = errors;
                            if (typeof key2 === "string") {
                                if (!pattern5.test(key2)) {
                                    const err12 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$" }, schema: "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$", parentSchema: schema45.properties.labels.propertyNames, data: key2, propertyName: key2 };
                                    if (vErrors === null) {
                                        vErrors = [err12];
                                    }
                                    else {
                                        vErrors.push(err12);
                                    }
                                    errors++;
                                }
                            }
                            var valid3 = _errs12 === errors;
                            if (!valid3) {
                                const err13 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, schema: schema45.properties.labels.propertyNames, parentSchema: schema45.properties.labels, data: data4 };
                                if (vErrors === null) {
                                    vErrors = [err13];
                                }
                                else {
                                    vErrors.push(err13);
                                }
                                errors++;
                            }
                        }
                        for (const key3 in data4) {
                            let data5 = data4[key3];
                            if (typeof data5 === "string") {
                                if (!pattern6.test(data5)) {
                                    const err14 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, schema: "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema45.properties.labels.additionalProperties, data: data5 };
                                    if (vErrors === null) {
                                        vErrors = [err14];
                                    }
                                    else {
                                        vErrors.push(err14);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err15 = { instancePath: instancePath + "/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.labels.additionalProperties.type, parentSchema: schema45.properties.labels.additionalProperties, data: data5 };
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err16 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/$defs/metadata/properties/labels/type", keyword: "type", params: { type: "object" }, schema: schema45.properties.labels.type, parentSchema: schema45.properties.labels, data: data4 };
                        if (vErrors === null) {
                            vErrors = [err16];
                        }
                        else {
                            vErrors.push(err16);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err17 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/type", keyword: "type", params: { type: "object" }, schema: schema45.type, parentSchema: schema45, data: data2 };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.spec !== undefined) {
            let data6 = data.spec;
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                if (data6.class === undefined) {
                    const err18 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "class" }, schema: schema44.properties.spec.required, parentSchema: schema44.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
                if (data6.management === undefined) {
                    const err19 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "management" }, schema: schema44.properties.spec.required, parentSchema: schema44.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err19];
                    }
                    else {
                        vErrors.push(err19);
                    }
                    errors++;
                }
                if (data6.bmc === undefined) {
                    const err20 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "bmc" }, schema: schema44.properties.spec.required, parentSchema: schema44.properties.spec, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err20];
                    }
                    else {
                        vErrors.push(err20);
                    }
                    errors++;
                }
                for (const key4 in data6) {
                    if (!(func19.call(schema44.properties.spec.properties, key4))) {
                        const err21 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema44.properties.spec, data: data6 };
                        if (vErrors === null) {
                            vErrors = [err21];
                        }
                        else {
                            vErrors.push(err21);
                        }
                        errors++;
                    }
                }
                if (data6.class !== undefined) {
                    let data7 = data6.class;
                    if (typeof data7 === "string") {
                        if (!pattern4.test(data7)) {
                            const err22 = { instancePath: instancePath + "/spec/class", schemaPath: "#/properties/spec/properties/class/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema44.properties.spec.properties.class, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err22];
                            }
                            else {
                                vErrors.push(err22);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err23 = { instancePath: instancePath + "/spec/class", schemaPath: "#/properties/spec/properties/class/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.class.type, parentSchema: schema44.properties.spec.properties.class, data: data7 };
                        if (vErrors === null) {
                            vErrors = [err23];
                        }
                        else {
                            vErrors.push(err23);
                        }
                        errors++;
                    }
                }
                if (data6.location !== undefined) {
                    let data8 = data6.location;
                    if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                        if (data8.rack === undefined) {
                            const err24 = { instancePath: instancePath + "/spec/location", schemaPath: "#/properties/spec/properties/location/required", keyword: "required", params: { missingProperty: "rack" }, schema: schema44.properties.spec.properties.location.required, parentSchema: schema44.properties.spec.properties.location, data: data8 };
                            if (vErrors === null) {
                                vErrors = [err24];
                            }
                            else {
                                vErrors.push(err24);
                            }
                            errors++;
                        }
                        for (const key5 in data8) {
                            if (!((key5 === "rack") || (key5 === "unit"))) {
                                const err25 = { instancePath: instancePath + "/spec/location", schemaPath: "#/properties/spec/properties/location/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema44.properties.spec.properties.location, data: data8 };
                                if (vErrors === null) {
                                    vErrors = [err25];
                                }
                                else {
                                    vErrors.push(err25);
                                }
                                errors++;
                            }
                        }
                        if (data8.rack !== undefined) {
                            let data9 = data8.rack;
                            if (typeof data9 === "string") {
                                if (!pattern4.test(data9)) {
                                    const err26 = { instancePath: instancePath + "/spec/location/rack", schemaPath: "#/properties/spec/properties/location/properties/rack/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema44.properties.spec.properties.location.properties.rack, data: data9 };
                                    if (vErrors === null) {
                                        vErrors = [err26];
                                    }
                                    else {
                                        vErrors.push(err26);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err27 = { instancePath: instancePath + "/spec/location/rack", schemaPath: "#/properties/spec/properties/location/properties/rack/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.location.properties.rack.type, parentSchema: schema44.properties.spec.properties.location.properties.rack, data: data9 };
                                if (vErrors === null) {
                                    vErrors = [err27];
                                }
                                else {
                                    vErrors.push(err27);
                                }
                                errors++;
                            }
                        }
                        if (data8.unit !== undefined) {
                            let data10 = data8.unit;
                            if (!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) {
                                const err28 = { instancePath: instancePath + "/spec/location/unit", schemaPath: "#/properties/spec/properties/location/properties/unit/type", keyword: "type", params: { type: "integer" }, schema: schema44.properties.spec.properties.location.properties.unit.type, parentSchema: schema44.properties.spec.properties.location.properties.unit, data: data10 };
                                if (vErrors === null) {
                                    vErrors = [err28];
                                }
                                else {
                                    vErrors.push(err28);
                                }
                                errors++;
                            }
                            if ((typeof data10 == "number") && (isFinite(data10))) {
                                if (data10 > 100 || isNaN(data10)) {
                                    const err29 = { instancePath: instancePath + "/spec/location/unit", schemaPath: "#/properties/spec/properties/location/properties/unit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, schema: 100, parentSchema: schema44.properties.spec.properties.location.properties.unit, data: data10 };
                                    if (vErrors === null) {
                                        vErrors = [err29];
                                    }
                                    else {
                                        vErrors.push(err29);
                                    }
                                    errors++;
                                }
                                if (data10 < 1 || isNaN(data10)) {
                                    const err30 = { instancePath: instancePath + "/spec/location/unit", schemaPath: "#/properties/spec/properties/location/properties/unit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema44.properties.spec.properties.location.properties.unit, data: data10 };
                                    if (vErrors === null) {
                                        vErrors = [err30];
                                    }
                                    else {
                                        vErrors.push(err30);
                                    }
                                    errors++;
                                }
                            }
                        }
                    }
                    else {
                        const err31 = { instancePath: instancePath + "/spec/location", schemaPath: "#/properties/spec/properties/location/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.spec.properties.location.type, parentSchema: schema44.properties.spec.properties.location, data: data8 };
                        if (vErrors === null) {
                            vErrors = [err31];
                        }
                        else {
                            vErrors.push(err31);
                        }
                        errors++;
                    }
                }
                if (data6.management !== undefined) {
                    let data11 = data6.management;
                    if (typeof data11 !== "string") {
                        const err32 = { instancePath: instancePath + "/spec/management", schemaPath: "#/properties/spec/properties/management/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.management.type, parentSchema: schema44.properties.spec.properties.management, data: data11 };
                        if (vErrors === null) {
                            vErrors = [err32];
                        }
                        else {
                            vErrors.push(err32);
                        }
                        errors++;
                    }
                    if (!(((data11 === "observe") || (data11 === "adopt")) || (data11 === "manage"))) {
                        const err33 = { instancePath: instancePath + "/spec/management", schemaPath: "#/properties/spec/properties/management/enum", keyword: "enum", params: { allowedValues: schema44.properties.spec.properties.management.enum }, schema: schema44.properties.spec.properties.management.enum, parentSchema: schema44.properties.spec.properties.management, data: data11 };
                        if (vErrors === null) {
                            vErrors = [err33];
                        }
                        else {
                            vErrors.push(err33);
                        }
                        errors++;
                    }
                }
                if (data6.bmc !== undefined) {
                    let data12 = data6.bmc;
                    if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                        if (data12.driver === undefined) {
                            const err34 = { instancePath: instancePath + "/spec/bmc", schemaPath: "#/properties/spec/properties/bmc/required", keyword: "required", params: { missingProperty: "driver" }, schema: schema44.properties.spec.properties.bmc.required, parentSchema: schema44.properties.spec.properties.bmc, data: data12 };
                            if (vErrors === null) {
                                vErrors = [err34];
                            }
                            else {
                                vErrors.push(err34);
                            }
                            errors++;
                        }
                        if (data12.address === undefined) {
                            const err35 = { instancePath: instancePath + "/spec/bmc", schemaPath: "#/properties/spec/properties/bmc/required", keyword: "required", params: { missingProperty: "address" }, schema: schema44.properties.spec.properties.bmc.required, parentSchema: schema44.properties.spec.properties.bmc, data: data12 };
                            if (vErrors === null) {
                                vErrors = [err35];
                            }
                            else {
                                vErrors.push(err35);
                            }
                            errors++;
                        }
                        if (data12.credentials === undefined) {
                            const err36 = { instancePath: instancePath + "/spec/bmc", schemaPath: "#/properties/spec/properties/bmc/required", keyword: "required", params: { missingProperty: "credentials" }, schema: schema44.properties.spec.properties.bmc.required, parentSchema: schema44.properties.spec.properties.bmc, data: data12 };
                            if (vErrors === null) {
                                vErrors = [err36];
                            }
                            else {
                                vErrors.push(err36);
                            }
                            errors++;
                        }
                        for (const key6 in data12) {
                            if (!(((((key6 === "driver") || (key6 === "address")) || (key6 === "credentials")) || (key6 === "tls")) || (key6 === "system"))) {
                                const err37 = { instancePath: instancePath + "/spec/bmc", schemaPath: "#/properties/spec/properties/bmc/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema44.properties.spec.properties.bmc, data: data12 };
                                if (vErrors === null) {
                                    vErrors = [err37];
                                }
                                else {
                                    vErrors.push(err37);
                                }
                                errors++;
                            }
                        }
                        if (data12.driver !== undefined) {
                            let data13 = data12.driver;
                            if (typeof data13 === "string") {
                                if (!pattern4.test(data13)) {
                                    const err38 = { instancePath: instancePath + "/spec/bmc/driver", schemaPath: "#/properties/spec/properties/bmc/properties/driver/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema44.properties.spec.properties.bmc.properties.driver, data: data13 };
                                    if (vErrors === null) {
                                        vErrors = [err38];
                                    }
                                    else {
                                        vErrors.push(err38);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err39 = { instancePath: instancePath + "/spec/bmc/driver", schemaPath: "#/properties/spec/properties/bmc/properties/driver/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.bmc.properties.driver.type, parentSchema: schema44.properties.spec.properties.bmc.properties.driver, data: data13 };
                                if (vErrors === null) {
                                    vErrors = [err39];
                                }
                                else {
                                    vErrors.push(err39);
                                }
                                errors++;
                            }
                        }
                        if (data12.address !== undefined) {
                            let data14 = data12.address;
                            if (typeof data14 === "string") {
                                if (func1(data14) > 300) {
                                    const err40 = { instancePath: instancePath + "/spec/bmc/address", schemaPath: "#/properties/spec/properties/bmc/properties/address/maxLength", keyword: "maxLength", params: { limit: 300 }, schema: 300, parentSchema: schema44.properties.spec.properties.bmc.properties.address, data: data14 };
                                    if (vErrors === null) {
                                        vErrors = [err40];
                                    }
                                    else {
                                        vErrors.push(err40);
                                    }
                                    errors++;
                                }
                                if (!(formats12(data14))) {
                                    const err41 = { instancePath: instancePath + "/spec/bmc/address", schemaPath: "#/properties/spec/properties/bmc/properties/address/format", keyword: "format", params: { format: "bmc-address" }, schema: "bmc-address", parentSchema: schema44.properties.spec.properties.bmc.properties.address, data: data14 };
                                    if (vErrors === null) {
                                        vErrors = [err41];
                                    }
                                    else {
                                        vErrors.push(err41);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err42 = { instancePath: instancePath + "/spec/bmc/address", schemaPath: "#/properties/spec/properties/bmc/properties/address/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.bmc.properties.address.type, parentSchema: schema44.properties.spec.properties.bmc.properties.address, data: data14 };
                                if (vErrors === null) {
                                    vErrors = [err42];
                                }
                                else {
                                    vErrors.push(err42);
                                }
                                errors++;
                            }
                        }
                        if (data12.credentials !== undefined) {
                            let data15 = data12.credentials;
                            if (typeof data15 === "string") {
                                if (!pattern4.test(data15)) {
                                    const err43 = { instancePath: instancePath + "/spec/bmc/credentials", schemaPath: "#/properties/spec/properties/bmc/properties/credentials/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema44.properties.spec.properties.bmc.properties.credentials, data: data15 };
                                    if (vErrors === null) {
                                        vErrors = [err43];
                                    }
                                    else {
                                        vErrors.push(err43);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err44 = { instancePath: instancePath + "/spec/bmc/credentials", schemaPath: "#/properties/spec/properties/bmc/properties/credentials/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.bmc.properties.credentials.type, parentSchema: schema44.properties.spec.properties.bmc.properties.credentials, data: data15 };
                                if (vErrors === null) {
                                    vErrors = [err44];
                                }
                                else {
                                    vErrors.push(err44);
                                }
                                errors++;
                            }
                        }
                        if (data12.tls !== undefined) {
                            let data16 = data12.tls;
                            if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                                if (Object.keys(data16).length > 1) {
                                    const err45 = { instancePath: instancePath + "/spec/bmc/tls", schemaPath: "#/properties/spec/properties/bmc/properties/tls/maxProperties", keyword: "maxProperties", params: { limit: 1 }, schema: 1, parentSchema: schema44.properties.spec.properties.bmc.properties.tls, data: data16 };
                                    if (vErrors === null) {
                                        vErrors = [err45];
                                    }
                                    else {
                                        vErrors.push(err45);
                                    }
                                    errors++;
                                }
                                if (Object.keys(data16).length < 1) {
                                    const err46 = { instancePath: instancePath + "/spec/bmc/tls", schemaPath: "#/properties/spec/properties/bmc/properties/tls/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema44.properties.spec.properties.bmc.properties.tls, data: data16 };
                                    if (vErrors === null) {
                                        vErrors = [err46];
                                    }
                                    else {
                                        vErrors.push(err46);
                                    }
                                    errors++;
                                }
                                for (const key7 in data16) {
                                    if (!((key7 === "sha256") || (key7 === "insecure"))) {
                                        const err47 = { instancePath: instancePath + "/spec/bmc/tls", schemaPath: "#/properties/spec/properties/bmc/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, schema: false, parentSchema: schema44.properties.spec.properties.bmc.properties.tls, data: data16 };
                                        if (vErrors === null) {
                                            vErrors = [err47];
                                        }
                                        else {
                                            vErrors.push(err47);
                                        }
                                        errors++;
                                    }
                                }
                                if (data16.sha256 !== undefined) {
                                    let data17 = data16.sha256;
                                    if (typeof data17 === "string") {
                                        if (!pattern30.test(data17)) {
                                            const err48 = { instancePath: instancePath + "/spec/bmc/tls/sha256", schemaPath: "#/properties/spec/properties/bmc/properties/tls/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{64}$" }, schema: "^[0-9a-fA-F]{64}$", parentSchema: schema44.properties.spec.properties.bmc.properties.tls.properties.sha256, data: data17 };
                                            if (vErrors === null) {
                                                vErrors = [err48];
                                            }
                                            else {
                                                vErrors.push(err48);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err49 = { instancePath: instancePath + "/spec/bmc/tls/sha256", schemaPath: "#/properties/spec/properties/bmc/properties/tls/properties/sha256/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.bmc.properties.tls.properties.sha256.type, parentSchema: schema44.properties.spec.properties.bmc.properties.tls.properties.sha256, data: data17 };
                                        if (vErrors === null) {
                                            vErrors = [err49];
                                        }
                                        else {
                                            vErrors.push(err49);
                                        }
                                        errors++;
                                    }
                                }
                                if (data16.insecure !== undefined) {
                                    let data18 = data16.insecure;
                                    if (typeof data18 !== "boolean") {
                                        const err50 = { instancePath: instancePath + "/spec/bmc/tls/insecure", schemaPath: "#/properties/spec/properties/bmc/properties/tls/properties/insecure/type", keyword: "type", params: { type: "boolean" }, schema: schema44.properties.spec.properties.bmc.properties.tls.properties.insecure.type, parentSchema: schema44.properties.spec.properties.bmc.properties.tls.properties.insecure, data: data18 };
                                        if (vErrors === null) {
                                            vErrors = [err50];
                                        }
                                        else {
                                            vErrors.push(err50);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err51 = { instancePath: instancePath + "/spec/bmc/tls", schemaPath: "#/properties/spec/properties/bmc/properties/tls/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.spec.properties.bmc.properties.tls.type, parentSchema: schema44.properties.spec.properties.bmc.properties.tls, data: data16 };
                                if (vErrors === null) {
                                    vErrors = [err51];
                                }
                                else {
                                    vErrors.push(err51);
                                }
                                errors++;
                            }
                        }
                        if (data12.system !== undefined) {
                            let data19 = data12.system;
                            if (typeof data19 === "string") {
                                if (!pattern31.test(data19)) {
                                    const err52 = { instancePath: instancePath + "/spec/bmc/system", schemaPath: "#/properties/spec/properties/bmc/properties/system/pattern", keyword: "pattern", params: { pattern: "^/redfish/v1/Systems/[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,128}$" }, schema: "^/redfish/v1/Systems/[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,128}$", parentSchema: schema44.properties.spec.properties.bmc.properties.system, data: data19 };
                                    if (vErrors === null) {
                                        vErrors = [err52];
                                    }
                                    else {
                                        vErrors.push(err52);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err53 = { instancePath: instancePath + "/spec/bmc/system", schemaPath: "#/properties/spec/properties/bmc/properties/system/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.bmc.properties.system.type, parentSchema: schema44.properties.spec.properties.bmc.properties.system, data: data19 };
                                if (vErrors === null) {
                                    vErrors = [err53];
                                }
                                else {
                                    vErrors.push(err53);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err54 = { instancePath: instancePath + "/spec/bmc", schemaPath: "#/properties/spec/properties/bmc/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.spec.properties.bmc.type, parentSchema: schema44.properties.spec.properties.bmc, data: data12 };
                        if (vErrors === null) {
                            vErrors = [err54];
                        }
                        else {
                            vErrors.push(err54);
                        }
                        errors++;
                    }
                }
                if (data6.identity !== undefined) {
                    let data20 = data6.identity;
                    if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                        for (const key8 in data20) {
                            if (!((((key8 === "serial") || (key8 === "uuid")) || (key8 === "chassisSerial")) || (key8 === "bmcMac"))) {
                                const err55 = { instancePath: instancePath + "/spec/identity", schemaPath: "#/properties/spec/properties/identity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, schema: false, parentSchema: schema44.properties.spec.properties.identity, data: data20 };
                                if (vErrors === null) {
                                    vErrors = [err55];
                                }
                                else {
                                    vErrors.push(err55);
                                }
                                errors++;
                            }
                        }
                        if (data20.serial !== undefined) {
                            let data21 = data20.serial;
                            if (typeof data21 === "string") {
                                if (!pattern32.test(data21)) {
                                    const err56 = { instancePath: instancePath + "/spec/identity/serial", schemaPath: "#/properties/spec/properties/identity/properties/serial/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,126}\\S)?$" }, schema: "^\\S(?:.{0,126}\\S)?$", parentSchema: schema44.properties.spec.properties.identity.properties.serial, data: data21 };
                                    if (vErrors === null) {
                                        vErrors = [err56];
                                    }
                                    else {
                                        vErrors.push(err56);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err57 = { instancePath: instancePath + "/spec/identity/serial", schemaPath: "#/properties/spec/properties/identity/properties/serial/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.identity.properties.serial.type, parentSchema: schema44.properties.spec.properties.identity.properties.serial, data: data21 };
                                if (vErrors === null) {
                                    vErrors = [err57];
                                }
                                else {
                                    vErrors.push(err57);
                                }
                                errors++;
                            }
                        }
                        if (data20.uuid !== undefined) {
                            let data22 = data20.uuid;
                            if (typeof data22 === "string") {
                                if (!pattern33.test(data22)) {
                                    const err58 = { instancePath: instancePath + "/spec/identity/uuid", schemaPath: "#/properties/spec/properties/identity/properties/uuid/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$" }, schema: "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", parentSchema: schema44.properties.spec.properties.identity.properties.uuid, data: data22 };
                                    if (vErrors === null) {
                                        vErrors = [err58];
                                    }
                                    else {
                                        vErrors.push(err58);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err59 = { instancePath: instancePath + "/spec/identity/uuid", schemaPath: "#/properties/spec/properties/identity/properties/uuid/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.identity.properties.uuid.type, parentSchema: schema44.properties.spec.properties.identity.properties.uuid, data: data22 };
                                if (vErrors === null) {
                                    vErrors = [err59];
                                }
                                else {
                                    vErrors.push(err59);
                                }
                                errors++;
                            }
                        }
                        if (data20.chassisSerial !== undefined) {
                            let data23 = data20.chassisSerial;
                            if (typeof data23 === "string") {
                                if (!pattern32.test(data23)) {
                                    const err60 = { instancePath: instancePath + "/spec/identity/chassisSerial", schemaPath: "#/properties/spec/properties/identity/properties/chassisSerial/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,126}\\S)?$" }, schema: "^\\S(?:.{0,126}\\S)?$", parentSchema: schema44.properties.spec.properties.identity.properties.chassisSerial, data: data23 };
                                    if (vErrors === null) {
                                        vErrors = [err60];
                                    }
                                    else {
                                        vErrors.push(err60);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err61 = { instancePath: instancePath + "/spec/identity/chassisSerial", schemaPath: "#/properties/spec/properties/identity/properties/chassisSerial/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.identity.properties.chassisSerial.type, parentSchema: schema44.properties.spec.properties.identity.properties.chassisSerial, data: data23 };
                                if (vErrors === null) {
                                    vErrors = [err61];
                                }
                                else {
                                    vErrors.push(err61);
                                }
                                errors++;
                            }
                        }
                        if (data20.bmcMac !== undefined) {
                            let data24 = data20.bmcMac;
                            if (typeof data24 === "string") {
                                if (!pattern35.test(data24)) {
                                    const err62 = { instancePath: instancePath + "/spec/identity/bmcMac", schemaPath: "#/properties/spec/properties/identity/properties/bmcMac/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$" }, schema: "^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$", parentSchema: schema44.properties.spec.properties.identity.properties.bmcMac, data: data24 };
                                    if (vErrors === null) {
                                        vErrors = [err62];
                                    }
                                    else {
                                        vErrors.push(err62);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err63 = { instancePath: instancePath + "/spec/identity/bmcMac", schemaPath: "#/properties/spec/properties/identity/properties/bmcMac/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.identity.properties.bmcMac.type, parentSchema: schema44.properties.spec.properties.identity.properties.bmcMac, data: data24 };
                                if (vErrors === null) {
                                    vErrors = [err63];
                                }
                                else {
                                    vErrors.push(err63);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err64 = { instancePath: instancePath + "/spec/identity", schemaPath: "#/properties/spec/properties/identity/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.spec.properties.identity.type, parentSchema: schema44.properties.spec.properties.identity, data: data20 };
                        if (vErrors === null) {
                            vErrors = [err64];
                        }
                        else {
                            vErrors.push(err64);
                        }
                        errors++;
                    }
                }
                if (data6.power !== undefined) {
                    let data25 = data6.power;
                    if (typeof data25 !== "string") {
                        const err65 = { instancePath: instancePath + "/spec/power", schemaPath: "#/properties/spec/properties/power/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.power.type, parentSchema: schema44.properties.spec.properties.power, data: data25 };
                        if (vErrors === null) {
                            vErrors = [err65];
                        }
                        else {
                            vErrors.push(err65);
                        }
                        errors++;
                    }
                    if (!((data25 === "On") || (data25 === "Off"))) {
                        const err66 = { instancePath: instancePath + "/spec/power", schemaPath: "#/properties/spec/properties/power/enum", keyword: "enum", params: { allowedValues: schema44.properties.spec.properties.power.enum }, schema: schema44.properties.spec.properties.power.enum, parentSchema: schema44.properties.spec.properties.power, data: data25 };
                        if (vErrors === null) {
                            vErrors = [err66];
                        }
                        else {
                            vErrors.push(err66);
                        }
                        errors++;
                    }
                }
                if (data6.bios !== undefined) {
                    let data26 = data6.bios;
                    if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
                        if (Object.keys(data26).length > 1000) {
                            const err67 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/maxProperties", keyword: "maxProperties", params: { limit: 1000 }, schema: 1000, parentSchema: schema44.properties.spec.properties.bios, data: data26 };
                            if (vErrors === null) {
                                vErrors = [err67];
                            }
                            else {
                                vErrors.push(err67);
                            }
                            errors++;
                        }
                        for (const key9 in data26) {
                            const _errs63 = errors;
                            if (typeof key9 === "string") {
                                if (func1(key9) > 128) {
                                    const err68 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema44.properties.spec.properties.bios.propertyNames, data: key9, propertyName: key9 };
                                    if (vErrors === null) {
                                        vErrors = [err68];
                                    }
                                    else {
                                        vErrors.push(err68);
                                    }
                                    errors++;
                                }
                                if (func1(key9) < 1) {
                                    const err69 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema44.properties.spec.properties.bios.propertyNames, data: key9, propertyName: key9 };
                                    if (vErrors === null) {
                                        vErrors = [err69];
                                    }
                                    else {
                                        vErrors.push(err69);
                                    }
                                    errors++;
                                }
                            }
                            var valid10 = _errs63 === errors;
                            if (!valid10) {
                                const err70 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/propertyNames", keyword: "propertyNames", params: { propertyName: key9 }, schema: schema44.properties.spec.properties.bios.propertyNames, parentSchema: schema44.properties.spec.properties.bios, data: data26 };
                                if (vErrors === null) {
                                    vErrors = [err70];
                                }
                                else {
                                    vErrors.push(err70);
                                }
                                errors++;
                            }
                        }
                        for (const key10 in data26) {
                            let data27 = data26[key10];
                            if (((typeof data27 !== "string") && (!((typeof data27 == "number") && (isFinite(data27))))) && (typeof data27 !== "boolean")) {
                                const err71 = { instancePath: instancePath + "/spec/bios/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/bios/additionalProperties/type", keyword: "type", params: { type: schema44.properties.spec.properties.bios.additionalProperties.type }, schema: schema44.properties.spec.properties.bios.additionalProperties.type, parentSchema: schema44.properties.spec.properties.bios.additionalProperties, data: data27 };
                                if (vErrors === null) {
                                    vErrors = [err71];
                                }
                                else {
                                    vErrors.push(err71);
                                }
                                errors++;
                            }
                            if (typeof data27 === "string") {
                                if (func1(data27) > 256) {
                                    const err72 = { instancePath: instancePath + "/spec/bios/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/bios/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 }, schema: 256, parentSchema: schema44.properties.spec.properties.bios.additionalProperties, data: data27 };
                                    if (vErrors === null) {
                                        vErrors = [err72];
                                    }
                                    else {
                                        vErrors.push(err72);
                                    }
                                    errors++;
                                }
                            }
                        }
                    }
                    else {
                        const err73 = { instancePath: instancePath + "/spec/bios", schemaPath: "#/properties/spec/properties/bios/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.spec.properties.bios.type, parentSchema: schema44.properties.spec.properties.bios, data: data26 };
                        if (vErrors === null) {
                            vErrors = [err73];
                        }
                        else {
                            vErrors.push(err73);
                        }
                        errors++;
                    }
                }
                if (data6.install !== undefined) {
                    let data28 = data6.install;
                    if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                        if (data28.id === undefined) {
                            const err74 = { instancePath: instancePath + "/spec/install", schemaPath: "#/properties/spec/properties/install/required", keyword: "required", params: { missingProperty: "id" }, schema: schema44.properties.spec.properties.install.required, parentSchema: schema44.properties.spec.properties.install, data: data28 };
                            if (vErrors === null) {
                                vErrors = [err74];
                            }
                            else {
                                vErrors.push(err74);
                            }
                            errors++;
                        }
                        if (data28.image === undefined) {
                            const err75 = { instancePath: instancePath + "/spec/install", schemaPath: "#/properties/spec/properties/install/required", keyword: "required", params: { missingProperty: "image" }, schema: schema44.properties.spec.properties.install.required, parentSchema: schema44.properties.spec.properties.install, data: data28 };
                            if (vErrors === null) {
                                vErrors = [err75];
                            }
                            else {
                                vErrors.push(err75);
                            }
                            errors++;
                        }
                        if (data28.disk === undefined) {
                            const err76 = { instancePath: instancePath + "/spec/install", schemaPath: "#/properties/spec/properties/install/required", keyword: "required", params: { missingProperty: "disk" }, schema: schema44.properties.spec.properties.install.required, parentSchema: schema44.properties.spec.properties.install, data: data28 };
                            if (vErrors === null) {
                                vErrors = [err76];
                            }
                            else {
                                vErrors.push(err76);
                            }
                            errors++;
                        }
                        for (const key11 in data28) {
                            if (!(((((key11 === "id") || (key11 === "image")) || (key11 === "disk")) || (key11 === "overwrite")) || (key11 === "ready"))) {
                                const err77 = { instancePath: instancePath + "/spec/install", schemaPath: "#/properties/spec/properties/install/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, schema: false, parentSchema: schema44.properties.spec.properties.install, data: data28 };
                                if (vErrors === null) {
                                    vErrors = [err77];
                                }
                                else {
                                    vErrors.push(err77);
                                }
                                errors++;
                            }
                        }
                        if (data28.id !== undefined) {
                            let data29 = data28.id;
                            if (typeof data29 === "string") {
                                if (!pattern36.test(data29)) {
                                    const err78 = { instancePath: instancePath + "/spec/install/id", schemaPath: "#/properties/spec/properties/install/properties/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]{1,63}$" }, schema: "^[a-z0-9-]{1,63}$", parentSchema: schema44.properties.spec.properties.install.properties.id, data: data29 };
                                    if (vErrors === null) {
                                        vErrors = [err78];
                                    }
                                    else {
                                        vErrors.push(err78);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err79 = { instancePath: instancePath + "/spec/install/id", schemaPath: "#/properties/spec/properties/install/properties/id/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.install.properties.id.type, parentSchema: schema44.properties.spec.properties.install.properties.id, data: data29 };
                                if (vErrors === null) {
                                    vErrors = [err79];
                                }
                                else {
                                    vErrors.push(err79);
                                }
                                errors++;
                            }
                        }
                        if (data28.image !== undefined) {
                            let data30 = data28.image;
                            if (typeof data30 === "string") {
                                if (!pattern4.test(data30)) {
                                    const err80 = { instancePath: instancePath + "/spec/install/image", schemaPath: "#/properties/spec/properties/install/properties/image/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$" }, schema: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", parentSchema: schema44.properties.spec.properties.install.properties.image, data: data30 };
                                    if (vErrors === null) {
                                        vErrors = [err80];
                                    }
                                    else {
                                        vErrors.push(err80);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err81 = { instancePath: instancePath + "/spec/install/image", schemaPath: "#/properties/spec/properties/install/properties/image/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.install.properties.image.type, parentSchema: schema44.properties.spec.properties.install.properties.image, data: data30 };
                                if (vErrors === null) {
                                    vErrors = [err81];
                                }
                                else {
                                    vErrors.push(err81);
                                }
                                errors++;
                            }
                        }
                        if (data28.disk !== undefined) {
                            let data31 = data28.disk;
                            if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                                if (Object.keys(data31).length > 1) {
                                    const err82 = { instancePath: instancePath + "/spec/install/disk", schemaPath: "#/$defs/disk/maxProperties", keyword: "maxProperties", params: { limit: 1 }, schema: 1, parentSchema: schema46, data: data31 };
                                    if (vErrors === null) {
                                        vErrors = [err82];
                                    }
                                    else {
                                        vErrors.push(err82);
                                    }
                                    errors++;
                                }
                                if (Object.keys(data31).length < 1) {
                                    const err83 = { instancePath: instancePath + "/spec/install/disk", schemaPath: "#/$defs/disk/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema46, data: data31 };
                                    if (vErrors === null) {
                                        vErrors = [err83];
                                    }
                                    else {
                                        vErrors.push(err83);
                                    }
                                    errors++;
                                }
                                for (const key12 in data31) {
                                    if (!((((key12 === "serial") || (key12 === "wwn")) || (key12 === "eui")) || (key12 === "volume"))) {
                                        const err84 = { instancePath: instancePath + "/spec/install/disk", schemaPath: "#/$defs/disk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, schema: false, parentSchema: schema46, data: data31 };
                                        if (vErrors === null) {
                                            vErrors = [err84];
                                        }
                                        else {
                                            vErrors.push(err84);
                                        }
                                        errors++;
                                    }
                                }
                                if (data31.serial !== undefined) {
                                    let data32 = data31.serial;
                                    if (typeof data32 === "string") {
                                        if (func1(data32) > 128) {
                                            const err85 = { instancePath: instancePath + "/spec/install/disk/serial", schemaPath: "#/$defs/disk/properties/serial/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.serial, data: data32 };
                                            if (vErrors === null) {
                                                vErrors = [err85];
                                            }
                                            else {
                                                vErrors.push(err85);
                                            }
                                            errors++;
                                        }
                                        if (func1(data32) < 1) {
                                            const err86 = { instancePath: instancePath + "/spec/install/disk/serial", schemaPath: "#/$defs/disk/properties/serial/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.serial, data: data32 };
                                            if (vErrors === null) {
                                                vErrors = [err86];
                                            }
                                            else {
                                                vErrors.push(err86);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err87 = { instancePath: instancePath + "/spec/install/disk/serial", schemaPath: "#/$defs/disk/properties/serial/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.serial.type, parentSchema: schema46.properties.serial, data: data32 };
                                        if (vErrors === null) {
                                            vErrors = [err87];
                                        }
                                        else {
                                            vErrors.push(err87);
                                        }
                                        errors++;
                                    }
                                }
                                if (data31.wwn !== undefined) {
                                    let data33 = data31.wwn;
                                    if (typeof data33 === "string") {
                                        if (func1(data33) > 128) {
                                            const err88 = { instancePath: instancePath + "/spec/install/disk/wwn", schemaPath: "#/$defs/disk/properties/wwn/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.wwn, data: data33 };
                                            if (vErrors === null) {
                                                vErrors = [err88];
                                            }
                                            else {
                                                vErrors.push(err88);
                                            }
                                            errors++;
                                        }
                                        if (func1(data33) < 1) {
                                            const err89 = { instancePath: instancePath + "/spec/install/disk/wwn", schemaPath: "#/$defs/disk/properties/wwn/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.wwn, data: data33 };
                                            if (vErrors === null) {
                                                vErrors = [err89];
                                            }
                                            else {
                                                vErrors.push(err89);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err90 = { instancePath: instancePath + "/spec/install/disk/wwn", schemaPath: "#/$defs/disk/properties/wwn/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.wwn.type, parentSchema: schema46.properties.wwn, data: data33 };
                                        if (vErrors === null) {
                                            vErrors = [err90];
                                        }
                                        else {
                                            vErrors.push(err90);
                                        }
                                        errors++;
                                    }
                                }
                                if (data31.eui !== undefined) {
                                    let data34 = data31.eui;
                                    if (typeof data34 === "string") {
                                        if (func1(data34) > 128) {
                                            const err91 = { instancePath: instancePath + "/spec/install/disk/eui", schemaPath: "#/$defs/disk/properties/eui/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.eui, data: data34 };
                                            if (vErrors === null) {
                                                vErrors = [err91];
                                            }
                                            else {
                                                vErrors.push(err91);
                                            }
                                            errors++;
                                        }
                                        if (func1(data34) < 1) {
                                            const err92 = { instancePath: instancePath + "/spec/install/disk/eui", schemaPath: "#/$defs/disk/properties/eui/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.eui, data: data34 };
                                            if (vErrors === null) {
                                                vErrors = [err92];
                                            }
                                            else {
                                                vErrors.push(err92);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err93 = { instancePath: instancePath + "/spec/install/disk/eui", schemaPath: "#/$defs/disk/properties/eui/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.eui.type, parentSchema: schema46.properties.eui, data: data34 };
                                        if (vErrors === null) {
                                            vErrors = [err93];
                                        }
                                        else {
                                            vErrors.push(err93);
                                        }
                                        errors++;
                                    }
                                }
                                if (data31.volume !== undefined) {
                                    let data35 = data31.volume;
                                    if (typeof data35 === "string") {
                                        if (func1(data35) > 128) {
                                            const err94 = { instancePath: instancePath + "/spec/install/disk/volume", schemaPath: "#/$defs/disk/properties/volume/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema46.properties.volume, data: data35 };
                                            if (vErrors === null) {
                                                vErrors = [err94];
                                            }
                                            else {
                                                vErrors.push(err94);
                                            }
                                            errors++;
                                        }
                                        if (func1(data35) < 1) {
                                            const err95 = { instancePath: instancePath + "/spec/install/disk/volume", schemaPath: "#/$defs/disk/properties/volume/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.volume, data: data35 };
                                            if (vErrors === null) {
                                                vErrors = [err95];
                                            }
                                            else {
                                                vErrors.push(err95);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err96 = { instancePath: instancePath + "/spec/install/disk/volume", schemaPath: "#/$defs/disk/properties/volume/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.volume.type, parentSchema: schema46.properties.volume, data: data35 };
                                        if (vErrors === null) {
                                            vErrors = [err96];
                                        }
                                        else {
                                            vErrors.push(err96);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err97 = { instancePath: instancePath + "/spec/install/disk", schemaPath: "#/$defs/disk/type", keyword: "type", params: { type: "object" }, schema: schema46.type, parentSchema: schema46, data: data31 };
                                if (vErrors === null) {
                                    vErrors = [err97];
                                }
                                else {
                                    vErrors.push(err97);
                                }
                                errors++;
                            }
                        }
                        if (data28.overwrite !== undefined) {
                            let data36 = data28.overwrite;
                            if (typeof data36 !== "boolean") {
                                const err98 = { instancePath: instancePath + "/spec/install/overwrite", schemaPath: "#/properties/spec/properties/install/properties/overwrite/type", keyword: "type", params: { type: "boolean" }, schema: schema44.properties.spec.properties.install.properties.overwrite.type, parentSchema: schema44.properties.spec.properties.install.properties.overwrite, data: data36 };
                                if (vErrors === null) {
                                    vErrors = [err98];
                                }
                                else {
                                    vErrors.push(err98);
                                }
                                errors++;
                            }
                        }
                        if (data28.ready !== undefined) {
                            let data37 = data28.ready;
                            if (typeof data37 === "string") {
                                if (!pattern38.test(data37)) {
                                    const err99 = { instancePath: instancePath + "/spec/install/ready", schemaPath: "#/properties/spec/properties/install/properties/ready/pattern", keyword: "pattern", params: { pattern: "^(?:phoneHome|powerOn|tcp:[1-9][0-9]{0,4})$" }, schema: "^(?:phoneHome|powerOn|tcp:[1-9][0-9]{0,4})$", parentSchema: schema44.properties.spec.properties.install.properties.ready, data: data37 };
                                    if (vErrors === null) {
                                        vErrors = [err99];
                                    }
                                    else {
                                        vErrors.push(err99);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err100 = { instancePath: instancePath + "/spec/install/ready", schemaPath: "#/properties/spec/properties/install/properties/ready/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.install.properties.ready.type, parentSchema: schema44.properties.spec.properties.install.properties.ready, data: data37 };
                                if (vErrors === null) {
                                    vErrors = [err100];
                                }
                                else {
                                    vErrors.push(err100);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err101 = { instancePath: instancePath + "/spec/install", schemaPath: "#/properties/spec/properties/install/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.spec.properties.install.type, parentSchema: schema44.properties.spec.properties.install, data: data28 };
                        if (vErrors === null) {
                            vErrors = [err101];
                        }
                        else {
                            vErrors.push(err101);
                        }
                        errors++;
                    }
                }
                if (data6.operations !== undefined) {
                    let data38 = data6.operations;
                    if (Array.isArray(data38)) {
                        if (data38.length > 64) {
                            const err102 = { instancePath: instancePath + "/spec/operations", schemaPath: "#/properties/spec/properties/operations/maxItems", keyword: "maxItems", params: { limit: 64 }, schema: 64, parentSchema: schema44.properties.spec.properties.operations, data: data38 };
                            if (vErrors === null) {
                                vErrors = [err102];
                            }
                            else {
                                vErrors.push(err102);
                            }
                            errors++;
                        }
                        const len0 = data38.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                            if (!(validate25(data38[i0], { instancePath: instancePath + "/spec/operations/" + i0, parentData: data38, parentDataProperty: i0, rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                                errors = vErrors.length;
                            }
                        }
                    }
                    else {
                        const err103 = { instancePath: instancePath + "/spec/operations", schemaPath: "#/properties/spec/properties/operations/type", keyword: "type", params: { type: "array" }, schema: schema44.properties.spec.properties.operations.type, parentSchema: schema44.properties.spec.properties.operations, data: data38 };
                        if (vErrors === null) {
                            vErrors = [err103];
                        }
                        else {
                            vErrors.push(err103);
                        }
                        errors++;
                    }
                }
                if (data6.lifecycle !== undefined) {
                    let data40 = data6.lifecycle;
                    if (typeof data40 !== "string") {
                        const err104 = { instancePath: instancePath + "/spec/lifecycle", schemaPath: "#/properties/spec/properties/lifecycle/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.spec.properties.lifecycle.type, parentSchema: schema44.properties.spec.properties.lifecycle, data: data40 };
                        if (vErrors === null) {
                            vErrors = [err104];
                        }
                        else {
                            vErrors.push(err104);
                        }
                        errors++;
                    }
                    if (!((data40 === "active") || (data40 === "decommission"))) {
                        const err105 = { instancePath: instancePath + "/spec/lifecycle", schemaPath: "#/properties/spec/properties/lifecycle/enum", keyword: "enum", params: { allowedValues: schema44.properties.spec.properties.lifecycle.enum }, schema: schema44.properties.spec.properties.lifecycle.enum, parentSchema: schema44.properties.spec.properties.lifecycle, data: data40 };
                        if (vErrors === null) {
                            vErrors = [err105];
                        }
                        else {
                            vErrors.push(err105);
                        }
                        errors++;
                    }
                }
                if (data6.parked !== undefined) {
                    let data41 = data6.parked;
                    if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
                        if (data41.reason === undefined) {
                            const err106 = { instancePath: instancePath + "/spec/parked", schemaPath: "#/$defs/pause/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema49.required, parentSchema: schema49, data: data41 };
                            if (vErrors === null) {
                                vErrors = [err106];
                            }
                            else {
                                vErrors.push(err106);
                            }
                            errors++;
                        }
                        for (const key13 in data41) {
                            if (!((key13 === "reason") || (key13 === "until"))) {
                                const err107 = { instancePath: instancePath + "/spec/parked", schemaPath: "#/$defs/pause/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, schema: false, parentSchema: schema49, data: data41 };
                                if (vErrors === null) {
                                    vErrors = [err107];
                                }
                                else {
                                    vErrors.push(err107);
                                }
                                errors++;
                            }
                        }
                        if (data41.reason !== undefined) {
                            let data42 = data41.reason;
                            if (typeof data42 === "string") {
                                if (func1(data42) > 256) {
                                    const err108 = { instancePath: instancePath + "/spec/parked/reason", schemaPath: "#/$defs/pause/properties/reason/maxLength", keyword: "maxLength", params: { limit: 256 }, schema: 256, parentSchema: schema49.properties.reason, data: data42 };
                                    if (vErrors === null) {
                                        vErrors = [err108];
                                    }
                                    else {
                                        vErrors.push(err108);
                                    }
                                    errors++;
                                }
                                if (func1(data42) < 1) {
                                    const err109 = { instancePath: instancePath + "/spec/parked/reason", schemaPath: "#/$defs/pause/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema49.properties.reason, data: data42 };
                                    if (vErrors === null) {
                                        vErrors = [err109];
                                    }
                                    else {
                                        vErrors.push(err109);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err110 = { instancePath: instancePath + "/spec/parked/reason", schemaPath: "#/$defs/pause/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema49.properties.reason.type, parentSchema: schema49.properties.reason, data: data42 };
                                if (vErrors === null) {
                                    vErrors = [err110];
                                }
                                else {
                                    vErrors.push(err110);
                                }
                                errors++;
                            }
                        }
                        if (data41.until !== undefined) {
                            let data43 = data41.until;
                            if (typeof data43 === "string") {
                                if (!(formats8(data43))) {
                                    const err111 = { instancePath: instancePath + "/spec/parked/until", schemaPath: "#/$defs/pause/properties/until/format", keyword: "format", params: { format: "date-time" }, schema: "date-time", parentSchema: schema49.properties.until, data: data43 };
                                    if (vErrors === null) {
                                        vErrors = [err111];
                                    }
                                    else {
                                        vErrors.push(err111);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err112 = { instancePath: instancePath + "/spec/parked/until", schemaPath: "#/$defs/pause/properties/until/type", keyword: "type", params: { type: "string" }, schema: schema49.properties.until.type, parentSchema: schema49.properties.until, data: data43 };
                                if (vErrors === null) {
                                    vErrors = [err112];
                                }
                                else {
                                    vErrors.push(err112);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err113 = { instancePath: instancePath + "/spec/parked", schemaPath: "#/$defs/pause/type", keyword: "type", params: { type: "object" }, schema: schema49.type, parentSchema: schema49, data: data41 };
                        if (vErrors === null) {
                            vErrors = [err113];
                        }
                        else {
                            vErrors.push(err113);
                        }
                        errors++;
                    }
                }
                if (data6.protected !== undefined) {
                    let data44 = data6.protected;
                    if (typeof data44 !== "boolean") {
                        const err114 = { instancePath: instancePath + "/spec/protected", schemaPath: "#/properties/spec/properties/protected/type", keyword: "type", params: { type: "boolean" }, schema: schema44.properties.spec.properties.protected.type, parentSchema: schema44.properties.spec.properties.protected, data: data44 };
                        if (vErrors === null) {
                            vErrors = [err114];
                        }
                        else {
                            vErrors.push(err114);
                        }
                        errors++;
                    }
                }
                if (data6.disposable !== undefined) {
                    let data45 = data6.disposable;
                    if (typeof data45 !== "boolean") {
                        const err115 = { instancePath: instancePath + "/spec/disposable", schemaPath: "#/properties/spec/properties/disposable/type", keyword: "type", params: { type: "boolean" }, schema: schema44.properties.spec.properties.disposable.type, parentSchema: schema44.properties.spec.properties.disposable, data: data45 };
                        if (vErrors === null) {
                            vErrors = [err115];
                        }
                        else {
                            vErrors.push(err115);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err116 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.spec.type, parentSchema: schema44.properties.spec, data: data6 };
                if (vErrors === null) {
                    vErrors = [err116];
                }
                else {
                    vErrors.push(err116);
                }
                errors++;
            }
        }
    }
    else {
        const err117 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema44.type, parentSchema: schema44, data };
        if (vErrors === null) {
            vErrors = [err117];
        }
        else {
            vErrors.push(err117);
        }
        errors++;
    }
    validate24.errors = vErrors;
    return errors === 0;
}
validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
//# sourceMappingURL=validators.gen.js.map