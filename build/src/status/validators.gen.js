export const facilityStatus = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/facility-status.schema.json", "title": "FacilityStatus", "type": "object", "additionalProperties": false, "properties": { "apiVersion": { "const": "nanometal/v1alpha1", "description": "Version of this shape." }, "kind": { "const": "FacilityStatus", "description": "The kind." }, "facility": { "type": "string", "description": "The facility." }, "accepted": { "type": "string", "pattern": "^[0-9a-f]{40}$", "description": "The newest fleet commit that changed this facility's scope and is acted upon." }, "rejected": { "type": "object", "additionalProperties": false, "properties": { "commit": { "type": ["string", "null"], "description": "The head that is not acted upon; null: there is none." }, "reason": { "enum": ["Invalid", "Rewritten", "Missing", "Unreadable"], "description": "Why." }, "message": { "type": "string", "description": "For people." }, "problems": { "type": "array", "description": "What is wrong with it.", "items": { "type": "object", "additionalProperties": false, "properties": { "code": { "type": "string", "description": "For programs." }, "file": { "type": "string", "description": "Path in the fleet repo." }, "line": { "type": "integer", "description": "From 1." }, "column": { "type": "integer", "description": "From 1." }, "pointer": { "type": "string", "description": "JSON Pointer." }, "message": { "type": "string", "description": "What is wrong." }, "value": { "type": "string", "description": "The offending value." }, "remedy": { "type": "string", "description": "What to do." } }, "required": ["code", "file", "message"], "description": "One problem of a rejected commit." } } }, "required": ["commit", "reason", "message", "problems"], "description": "A newer head that is not acted upon." }, "conditions": { "type": "array", "description": "The facility's conditions.", "items": { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "description": "What is said about." }, "status": { "enum": ["True", "False", "Unknown"], "description": "As in Kubernetes." }, "reason": { "type": "string", "description": "One word, for programs." }, "message": { "type": "string", "description": "For people." }, "since": { "type": "string", "description": "When `status` last changed. ISO 8601, UTC." } }, "required": ["type", "status", "reason", "message", "since"], "description": "One condition, as in Kubernetes." } }, "counts": { "type": "object", "description": "Machines by what is so of them.", "additionalProperties": { "type": "integer" } } }, "required": ["apiVersion", "kind", "facility", "conditions", "counts"], "description": "facility.json on the status branch: the facility at a glance." };
const pattern4 = new RegExp("^[0-9a-f]{40}$", "u");
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
    if (errors === 0) {
        if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing0;
            if ((((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.facility === undefined) && (missing0 = "facility"))) || ((data.conditions === undefined) && (missing0 = "conditions"))) || ((data.counts === undefined) && (missing0 = "counts"))) {
                validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                return false;
            }
            else {
                const _errs1 = errors;
                for (const key0 in data) {
                    if (!(((((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "facility")) || (key0 === "accepted")) || (key0 === "rejected")) || (key0 === "conditions")) || (key0 === "counts"))) {
                        validate20.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                    }
                }
                if (_errs1 === errors) {
                    if (data.apiVersion !== undefined) {
                        const _errs2 = errors;
                        if ("nanometal/v1alpha1" !== data.apiVersion) {
                            validate20.errors = [{ instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, message: "must be equal to constant" }];
                            return false;
                        }
                        var valid0 = _errs2 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.kind !== undefined) {
                            const _errs3 = errors;
                            if ("FacilityStatus" !== data.kind) {
                                validate20.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "FacilityStatus" }, message: "must be equal to constant" }];
                                return false;
                            }
                            var valid0 = _errs3 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data.facility !== undefined) {
                                const _errs4 = errors;
                                if (typeof data.facility !== "string") {
                                    validate20.errors = [{ instancePath: instancePath + "/facility", schemaPath: "#/properties/facility/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                }
                                var valid0 = _errs4 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data.accepted !== undefined) {
                                    let data3 = data.accepted;
                                    const _errs6 = errors;
                                    if (errors === _errs6) {
                                        if (typeof data3 === "string") {
                                            if (!pattern4.test(data3)) {
                                                validate20.errors = [{ instancePath: instancePath + "/accepted", schemaPath: "#/properties/accepted/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}$" }, message: "must match pattern \"" + "^[0-9a-f]{40}$" + "\"" }];
                                                return false;
                                            }
                                        }
                                        else {
                                            validate20.errors = [{ instancePath: instancePath + "/accepted", schemaPath: "#/properties/accepted/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                        }
                                    }
                                    var valid0 = _errs6 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                                if (valid0) {
                                    if (data.rejected !== undefined) {
                                        let data4 = data.rejected;
                                        const _errs8 = errors;
                                        if (errors === _errs8) {
                                            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                                                let missing1;
                                                if (((((data4.commit === undefined) && (missing1 = "commit")) || ((data4.reason === undefined) && (missing1 = "reason"))) || ((data4.message === undefined) && (missing1 = "message"))) || ((data4.problems === undefined) && (missing1 = "problems"))) {
                                                    validate20.errors = [{ instancePath: instancePath + "/rejected", schemaPath: "#/properties/rejected/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                    return false;
                                                }
                                                else {
                                                    const _errs10 = errors;
                                                    for (const key1 in data4) {
                                                        if (!((((key1 === "commit") || (key1 === "reason")) || (key1 === "message")) || (key1 === "problems"))) {
                                                            validate20.errors = [{ instancePath: instancePath + "/rejected", schemaPath: "#/properties/rejected/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                                            return false;
                                                            break;
                                                        }
                                                    }
                                                    if (_errs10 === errors) {
                                                        if (data4.commit !== undefined) {
                                                            let data5 = data4.commit;
                                                            const _errs11 = errors;
                                                            if ((typeof data5 !== "string") && (data5 !== null)) {
                                                                validate20.errors = [{ instancePath: instancePath + "/rejected/commit", schemaPath: "#/properties/rejected/properties/commit/type", keyword: "type", params: { type: schema31.properties.rejected.properties.commit.type }, message: "must be string,null" }];
                                                                return false;
                                                            }
                                                            var valid1 = _errs11 === errors;
                                                        }
                                                        else {
                                                            var valid1 = true;
                                                        }
                                                        if (valid1) {
                                                            if (data4.reason !== undefined) {
                                                                let data6 = data4.reason;
                                                                const _errs13 = errors;
                                                                if (!((((data6 === "Invalid") || (data6 === "Rewritten")) || (data6 === "Missing")) || (data6 === "Unreadable"))) {
                                                                    validate20.errors = [{ instancePath: instancePath + "/rejected/reason", schemaPath: "#/properties/rejected/properties/reason/enum", keyword: "enum", params: { allowedValues: schema31.properties.rejected.properties.reason.enum }, message: "must be equal to one of the allowed values" }];
                                                                    return false;
                                                                }
                                                                var valid1 = _errs13 === errors;
                                                            }
                                                            else {
                                                                var valid1 = true;
                                                            }
                                                            if (valid1) {
                                                                if (data4.message !== undefined) {
                                                                    const _errs14 = errors;
                                                                    if (typeof data4.message !== "string") {
                                                                        validate20.errors = [{ instancePath: instancePath + "/rejected/message", schemaPath: "#/properties/rejected/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                        return false;
                                                                    }
                                                                    var valid1 = _errs14 === errors;
                                                                }
                                                                else {
                                                                    var valid1 = true;
                                                                }
                                                                if (valid1) {
                                                                    if (data4.problems !== undefined) {
                                                                        let data8 = data4.problems;
                                                                        const _errs16 = errors;
                                                                        if (errors === _errs16) {
                                                                            if (Array.isArray(data8)) {
                                                                                var valid2 = true;
                                                                                const len0 = data8.length;
                                                                                for (let i0 = 0; i0 < len0; i0++) {
                                                                                    let data9 = data8[i0];
                                                                                    const _errs18 = errors;
                                                                                    if (errors === _errs18) {
                                                                                        if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                                                                                            let missing2;
                                                                                            if ((((data9.code === undefined) && (missing2 = "code")) || ((data9.file === undefined) && (missing2 = "file"))) || ((data9.message === undefined) && (missing2 = "message"))) {
                                                                                                validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0, schemaPath: "#/properties/rejected/properties/problems/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                                                return false;
                                                                                            }
                                                                                            else {
                                                                                                const _errs20 = errors;
                                                                                                for (const key2 in data9) {
                                                                                                    if (!((((((((key2 === "code") || (key2 === "file")) || (key2 === "line")) || (key2 === "column")) || (key2 === "pointer")) || (key2 === "message")) || (key2 === "value")) || (key2 === "remedy"))) {
                                                                                                        validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0, schemaPath: "#/properties/rejected/properties/problems/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                                                                                        return false;
                                                                                                        break;
                                                                                                    }
                                                                                                }
                                                                                                if (_errs20 === errors) {
                                                                                                    if (data9.code !== undefined) {
                                                                                                        const _errs21 = errors;
                                                                                                        if (typeof data9.code !== "string") {
                                                                                                            validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/code", schemaPath: "#/properties/rejected/properties/problems/items/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                            return false;
                                                                                                        }
                                                                                                        var valid3 = _errs21 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid3 = true;
                                                                                                    }
                                                                                                    if (valid3) {
                                                                                                        if (data9.file !== undefined) {
                                                                                                            const _errs23 = errors;
                                                                                                            if (typeof data9.file !== "string") {
                                                                                                                validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/file", schemaPath: "#/properties/rejected/properties/problems/items/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                return false;
                                                                                                            }
                                                                                                            var valid3 = _errs23 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid3 = true;
                                                                                                        }
                                                                                                        if (valid3) {
                                                                                                            if (data9.line !== undefined) {
                                                                                                                let data12 = data9.line;
                                                                                                                const _errs25 = errors;
                                                                                                                if (!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) {
                                                                                                                    validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/line", schemaPath: "#/properties/rejected/properties/problems/items/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                                var valid3 = _errs25 === errors;
                                                                                                            }
                                                                                                            else {
                                                                                                                var valid3 = true;
                                                                                                            }
                                                                                                            if (valid3) {
                                                                                                                if (data9.column !== undefined) {
                                                                                                                    let data13 = data9.column;
                                                                                                                    const _errs27 = errors;
                                                                                                                    if (!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))) {
                                                                                                                        validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/column", schemaPath: "#/properties/rejected/properties/problems/items/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                    var valid3 = _errs27 === errors;
                                                                                                                }
                                                                                                                else {
                                                                                                                    var valid3 = true;
                                                                                                                }
                                                                                                                if (valid3) {
                                                                                                                    if (data9.pointer !== undefined) {
                                                                                                                        const _errs29 = errors;
                                                                                                                        if (typeof data9.pointer !== "string") {
                                                                                                                            validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/pointer", schemaPath: "#/properties/rejected/properties/problems/items/properties/pointer/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                        var valid3 = _errs29 === errors;
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        var valid3 = true;
                                                                                                                    }
                                                                                                                    if (valid3) {
                                                                                                                        if (data9.message !== undefined) {
                                                                                                                            const _errs31 = errors;
                                                                                                                            if (typeof data9.message !== "string") {
                                                                                                                                validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/message", schemaPath: "#/properties/rejected/properties/problems/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            var valid3 = _errs31 === errors;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            var valid3 = true;
                                                                                                                        }
                                                                                                                        if (valid3) {
                                                                                                                            if (data9.value !== undefined) {
                                                                                                                                const _errs33 = errors;
                                                                                                                                if (typeof data9.value !== "string") {
                                                                                                                                    validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/value", schemaPath: "#/properties/rejected/properties/problems/items/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                    return false;
                                                                                                                                }
                                                                                                                                var valid3 = _errs33 === errors;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                var valid3 = true;
                                                                                                                            }
                                                                                                                            if (valid3) {
                                                                                                                                if (data9.remedy !== undefined) {
                                                                                                                                    const _errs35 = errors;
                                                                                                                                    if (typeof data9.remedy !== "string") {
                                                                                                                                        validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0 + "/remedy", schemaPath: "#/properties/rejected/properties/problems/items/properties/remedy/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                    var valid3 = _errs35 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid3 = true;
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                        else {
                                                                                            validate20.errors = [{ instancePath: instancePath + "/rejected/problems/" + i0, schemaPath: "#/properties/rejected/properties/problems/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                            return false;
                                                                                        }
                                                                                    }
                                                                                    var valid2 = _errs18 === errors;
                                                                                    if (!valid2) {
                                                                                        break;
                                                                                    }
                                                                                }
                                                                            }
                                                                            else {
                                                                                validate20.errors = [{ instancePath: instancePath + "/rejected/problems", schemaPath: "#/properties/rejected/properties/problems/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                return false;
                                                                            }
                                                                        }
                                                                        var valid1 = _errs16 === errors;
                                                                    }
                                                                    else {
                                                                        var valid1 = true;
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                            else {
                                                validate20.errors = [{ instancePath: instancePath + "/rejected", schemaPath: "#/properties/rejected/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                return false;
                                            }
                                        }
                                        var valid0 = _errs8 === errors;
                                    }
                                    else {
                                        var valid0 = true;
                                    }
                                    if (valid0) {
                                        if (data.conditions !== undefined) {
                                            let data18 = data.conditions;
                                            const _errs37 = errors;
                                            if (errors === _errs37) {
                                                if (Array.isArray(data18)) {
                                                    var valid4 = true;
                                                    const len1 = data18.length;
                                                    for (let i1 = 0; i1 < len1; i1++) {
                                                        let data19 = data18[i1];
                                                        const _errs39 = errors;
                                                        if (errors === _errs39) {
                                                            if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                                                                let missing3;
                                                                if ((((((data19.type === undefined) && (missing3 = "type")) || ((data19.status === undefined) && (missing3 = "status"))) || ((data19.reason === undefined) && (missing3 = "reason"))) || ((data19.message === undefined) && (missing3 = "message"))) || ((data19.since === undefined) && (missing3 = "since"))) {
                                                                    validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1, schemaPath: "#/properties/conditions/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                                                    return false;
                                                                }
                                                                else {
                                                                    const _errs41 = errors;
                                                                    for (const key3 in data19) {
                                                                        if (!(((((key3 === "type") || (key3 === "status")) || (key3 === "reason")) || (key3 === "message")) || (key3 === "since"))) {
                                                                            validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1, schemaPath: "#/properties/conditions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                                                            return false;
                                                                            break;
                                                                        }
                                                                    }
                                                                    if (_errs41 === errors) {
                                                                        if (data19.type !== undefined) {
                                                                            const _errs42 = errors;
                                                                            if (typeof data19.type !== "string") {
                                                                                validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/type", schemaPath: "#/properties/conditions/items/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                            }
                                                                            var valid5 = _errs42 === errors;
                                                                        }
                                                                        else {
                                                                            var valid5 = true;
                                                                        }
                                                                        if (valid5) {
                                                                            if (data19.status !== undefined) {
                                                                                let data21 = data19.status;
                                                                                const _errs44 = errors;
                                                                                if (!(((data21 === "True") || (data21 === "False")) || (data21 === "Unknown"))) {
                                                                                    validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/status", schemaPath: "#/properties/conditions/items/properties/status/enum", keyword: "enum", params: { allowedValues: schema31.properties.conditions.items.properties.status.enum }, message: "must be equal to one of the allowed values" }];
                                                                                    return false;
                                                                                }
                                                                                var valid5 = _errs44 === errors;
                                                                            }
                                                                            else {
                                                                                var valid5 = true;
                                                                            }
                                                                            if (valid5) {
                                                                                if (data19.reason !== undefined) {
                                                                                    const _errs45 = errors;
                                                                                    if (typeof data19.reason !== "string") {
                                                                                        validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/reason", schemaPath: "#/properties/conditions/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                        return false;
                                                                                    }
                                                                                    var valid5 = _errs45 === errors;
                                                                                }
                                                                                else {
                                                                                    var valid5 = true;
                                                                                }
                                                                                if (valid5) {
                                                                                    if (data19.message !== undefined) {
                                                                                        const _errs47 = errors;
                                                                                        if (typeof data19.message !== "string") {
                                                                                            validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/message", schemaPath: "#/properties/conditions/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                            return false;
                                                                                        }
                                                                                        var valid5 = _errs47 === errors;
                                                                                    }
                                                                                    else {
                                                                                        var valid5 = true;
                                                                                    }
                                                                                    if (valid5) {
                                                                                        if (data19.since !== undefined) {
                                                                                            const _errs49 = errors;
                                                                                            if (typeof data19.since !== "string") {
                                                                                                validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/since", schemaPath: "#/properties/conditions/items/properties/since/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                return false;
                                                                                            }
                                                                                            var valid5 = _errs49 === errors;
                                                                                        }
                                                                                        else {
                                                                                            var valid5 = true;
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                            else {
                                                                validate20.errors = [{ instancePath: instancePath + "/conditions/" + i1, schemaPath: "#/properties/conditions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                return false;
                                                            }
                                                        }
                                                        var valid4 = _errs39 === errors;
                                                        if (!valid4) {
                                                            break;
                                                        }
                                                    }
                                                }
                                                else {
                                                    validate20.errors = [{ instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                    return false;
                                                }
                                            }
                                            var valid0 = _errs37 === errors;
                                        }
                                        else {
                                            var valid0 = true;
                                        }
                                        if (valid0) {
                                            if (data.counts !== undefined) {
                                                let data25 = data.counts;
                                                const _errs51 = errors;
                                                if (errors === _errs51) {
                                                    if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                                        for (const key4 in data25) {
                                                            let data26 = data25[key4];
                                                            const _errs54 = errors;
                                                            if (!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))) {
                                                                validate20.errors = [{ instancePath: instancePath + "/counts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/counts/additionalProperties/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                return false;
                                                            }
                                                            var valid6 = _errs54 === errors;
                                                            if (!valid6) {
                                                                break;
                                                            }
                                                        }
                                                    }
                                                    else {
                                                        validate20.errors = [{ instancePath: instancePath + "/counts", schemaPath: "#/properties/counts/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                        return false;
                                                    }
                                                }
                                                var valid0 = _errs51 === errors;
                                            }
                                            else {
                                                var valid0 = true;
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        else {
            validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
            return false;
        }
    }
    validate20.errors = vErrors;
    return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export const machineStatus = validate21;
const schema32 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/machine-status.schema.json", "title": "MachineStatus", "type": "object", "additionalProperties": false, "properties": { "apiVersion": { "const": "nanometal/v1alpha1", "description": "Version of this shape." }, "kind": { "const": "MachineStatus", "description": "The kind." }, "name": { "type": "string", "description": "The machine." }, "rack": { "type": "string", "description": "Its rack." }, "phase": { "type": "string", "description": "One derived word for people; nothing branches on it." }, "overlays": { "type": "array", "description": "parked, quarantined, fault.", "items": { "type": "string" } }, "conditions": { "type": "array", "description": "The machine's conditions.", "items": { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "description": "What is said about." }, "status": { "enum": ["True", "False", "Unknown"], "description": "As in Kubernetes." }, "reason": { "type": "string", "description": "One word, for programs." }, "message": { "type": "string", "description": "For people." }, "since": { "type": "string", "description": "When `status` last changed. ISO 8601, UTC." } }, "required": ["type", "status", "reason", "message", "since"], "description": "One condition, as in Kubernetes." } }, "specDigest": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "Of manifest and class as accepted." }, "providerId": { "type": "string", "description": "nanometal://<facility>/<uuid>." }, "identity": { "type": "object", "additionalProperties": false, "properties": { "uuid": { "type": "string", "description": "ComputerSystem.UUID, lower case." }, "serial": { "type": "string", "description": "ComputerSystem.SerialNumber or the vendor's service tag." }, "chassisSerial": { "type": "string", "description": "Chassis.SerialNumber." }, "bmcMac": { "type": "string", "description": "MAC address of the BMC, lower case." } }, "description": "How a machine tells who it is." }, "managed": { "type": "boolean", "description": "False: a tombstone, kept so that what was spent stays spent." }, "declared": { "type": "object", "description": "Declared values as last taken in, by field.", "additionalProperties": { "type": "object", "additionalProperties": false, "properties": { "value": { "type": ["string", "number", "boolean", "null"], "description": "A BIOS attribute's value." }, "request": { "type": "string", "description": "The request that the declaration made; absent: it stood there before memory began." } }, "required": ["value"] } }, "requests": { "type": "object", "description": "Every request ever spent on this machine, and those under way.", "additionalProperties": { "type": "object", "additionalProperties": false, "properties": { "verb": { "enum": ["PowerOn", "PowerOff", "Reboot", "PowerCycle", "Identify", "SetBootOnce", "SetBios", "ResetBmc", "ClearTasks", "Inspect", "Install", "Erase", "RotateCredentials"], "description": "What was asked for." }, "spec": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "Of what was asked: the same id for something else is refused." }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}$", "description": "The fleet commit that brought it." }, "state": { "enum": ["pending", "assumed", "done", "failed", "unknown", "expired", "superseded"], "description": "Where it stands. `assumed`: it stood there before memory began." }, "steps": { "type": "object", "description": "Verbs that came to an end.", "additionalProperties": { "enum": ["done", "failed", "unknown"] } }, "message": { "type": "string", "description": "Why it did not end well." }, "lost": { "type": "object", "description": "How often a step was lost in a crash around sending.", "additionalProperties": { "type": "integer" } } }, "required": ["verb", "spec", "commit", "state", "steps"], "description": "One request, spent for ever once it acted." } }, "operation": { "type": "object", "additionalProperties": false, "properties": { "grant": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "What one effect is allowed for." }, "request": { "type": "string", "description": "The request that it serves." }, "spec": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "Of what was asked." }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}$", "description": "The fleet commit that authorised it." }, "args": { "description": "What the verb is told.", "oneOf": [{ "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "PowerOn", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "PowerOff", "description": "The verb." }, "force": { "type": "boolean", "description": "True: the power is cut." } }, "required": ["verb", "force"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "Reboot", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "PowerCycle", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "Identify", "description": "The verb." }, "indicator": { "enum": ["Lit", "Off"], "description": "The light." } }, "required": ["verb", "indicator"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "SetBootOnce", "description": "The verb." }, "target": { "type": "string", "description": "The boot source." } }, "required": ["verb", "target"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "SetBios", "description": "The verb." }, "attributes": { "type": "object", "description": "What is written.", "additionalProperties": { "type": ["string", "number", "boolean", "null"] } } }, "required": ["verb", "attributes"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "ResetBmc", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "ClearTasks", "description": "The verb." } }, "required": ["verb"] }] }, "expect": { "type": "object", "additionalProperties": false, "properties": { "identity": { "type": "object", "additionalProperties": false, "properties": { "uuid": { "type": "string", "description": "ComputerSystem.UUID, lower case." }, "serial": { "type": "string", "description": "ComputerSystem.SerialNumber or the vendor's service tag." }, "chassisSerial": { "type": "string", "description": "Chassis.SerialNumber." }, "bmcMac": { "type": "string", "description": "MAC address of the BMC, lower case." } }, "description": "How a machine tells who it is." }, "power": { "enum": ["On", "Off", "PoweringOn", "PoweringOff", "Paused", "Unknown"], "description": "Power state just before." }, "lastReset": { "type": "string", "description": "ComputerSystem.LastResetTime before; a later one is the evidence of a reset." }, "bmcLastReset": { "type": "string", "description": "Manager.LastResetTime before." } }, "required": ["identity", "power"], "description": "What must be so when the request leaves." }, "patienceMs": { "type": "integer", "description": "How long evidence is waited for." } }, "required": ["grant", "request", "spec", "commit", "args", "expect", "patienceMs"], "description": "An intent without an outcome." }, "observed": { "type": "object", "additionalProperties": false, "properties": { "power": { "enum": ["On", "Off", "PoweringOn", "PoweringOff", "Paused", "Unknown"], "description": "ComputerSystem.PowerState, once settled." }, "boot": { "description": "The boot override, as the BMC has it.", "type": "object", "additionalProperties": false, "properties": { "target": { "type": "string", "description": "Boot source override." }, "enabled": { "type": "string", "description": "Disabled, Once or Continuous." }, "mode": { "type": "string", "description": "UEFI or Legacy." } }, "required": ["target", "enabled"] }, "bios": { "type": "object", "description": "The declared BIOS keys as observed.", "additionalProperties": { "type": ["string", "number", "boolean", "null"], "description": "A BIOS attribute's value." } } }, "required": ["power", "boot", "bios"], "description": "What was seen; what nobody declared is left out." } }, "required": ["apiVersion", "kind", "name", "rack", "phase", "overlays", "conditions", "identity", "managed", "declared", "requests"], "description": "machines/<rack>/<name>.json on the status branch." };
const func1 = Object.prototype.hasOwnProperty;
const pattern5 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
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
    if (errors === 0) {
        if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing0;
            if ((((((((((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.rack === undefined) && (missing0 = "rack"))) || ((data.phase === undefined) && (missing0 = "phase"))) || ((data.overlays === undefined) && (missing0 = "overlays"))) || ((data.conditions === undefined) && (missing0 = "conditions"))) || ((data.identity === undefined) && (missing0 = "identity"))) || ((data.managed === undefined) && (missing0 = "managed"))) || ((data.declared === undefined) && (missing0 = "declared"))) || ((data.requests === undefined) && (missing0 = "requests"))) {
                validate21.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                return false;
            }
            else {
                const _errs1 = errors;
                for (const key0 in data) {
                    if (!(func1.call(schema32.properties, key0))) {
                        validate21.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                    }
                }
                if (_errs1 === errors) {
                    if (data.apiVersion !== undefined) {
                        const _errs2 = errors;
                        if ("nanometal/v1alpha1" !== data.apiVersion) {
                            validate21.errors = [{ instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, message: "must be equal to constant" }];
                            return false;
                        }
                        var valid0 = _errs2 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.kind !== undefined) {
                            const _errs3 = errors;
                            if ("MachineStatus" !== data.kind) {
                                validate21.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "MachineStatus" }, message: "must be equal to constant" }];
                                return false;
                            }
                            var valid0 = _errs3 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data.name !== undefined) {
                                const _errs4 = errors;
                                if (typeof data.name !== "string") {
                                    validate21.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                }
                                var valid0 = _errs4 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data.rack !== undefined) {
                                    const _errs6 = errors;
                                    if (typeof data.rack !== "string") {
                                        validate21.errors = [{ instancePath: instancePath + "/rack", schemaPath: "#/properties/rack/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                    }
                                    var valid0 = _errs6 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                                if (valid0) {
                                    if (data.phase !== undefined) {
                                        const _errs8 = errors;
                                        if (typeof data.phase !== "string") {
                                            validate21.errors = [{ instancePath: instancePath + "/phase", schemaPath: "#/properties/phase/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                        }
                                        var valid0 = _errs8 === errors;
                                    }
                                    else {
                                        var valid0 = true;
                                    }
                                    if (valid0) {
                                        if (data.overlays !== undefined) {
                                            let data5 = data.overlays;
                                            const _errs10 = errors;
                                            if (errors === _errs10) {
                                                if (Array.isArray(data5)) {
                                                    var valid1 = true;
                                                    const len0 = data5.length;
                                                    for (let i0 = 0; i0 < len0; i0++) {
                                                        const _errs12 = errors;
                                                        if (typeof data5[i0] !== "string") {
                                                            validate21.errors = [{ instancePath: instancePath + "/overlays/" + i0, schemaPath: "#/properties/overlays/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                        }
                                                        var valid1 = _errs12 === errors;
                                                        if (!valid1) {
                                                            break;
                                                        }
                                                    }
                                                }
                                                else {
                                                    validate21.errors = [{ instancePath: instancePath + "/overlays", schemaPath: "#/properties/overlays/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                    return false;
                                                }
                                            }
                                            var valid0 = _errs10 === errors;
                                        }
                                        else {
                                            var valid0 = true;
                                        }
                                        if (valid0) {
                                            if (data.conditions !== undefined) {
                                                let data7 = data.conditions;
                                                const _errs14 = errors;
                                                if (errors === _errs14) {
                                                    if (Array.isArray(data7)) {
                                                        var valid2 = true;
                                                        const len1 = data7.length;
                                                        for (let i1 = 0; i1 < len1; i1++) {
                                                            let data8 = data7[i1];
                                                            const _errs16 = errors;
                                                            if (errors === _errs16) {
                                                                if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                                                                    let missing1;
                                                                    if ((((((data8.type === undefined) && (missing1 = "type")) || ((data8.status === undefined) && (missing1 = "status"))) || ((data8.reason === undefined) && (missing1 = "reason"))) || ((data8.message === undefined) && (missing1 = "message"))) || ((data8.since === undefined) && (missing1 = "since"))) {
                                                                        validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1, schemaPath: "#/properties/conditions/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                                        return false;
                                                                    }
                                                                    else {
                                                                        const _errs18 = errors;
                                                                        for (const key1 in data8) {
                                                                            if (!(((((key1 === "type") || (key1 === "status")) || (key1 === "reason")) || (key1 === "message")) || (key1 === "since"))) {
                                                                                validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1, schemaPath: "#/properties/conditions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                                                                return false;
                                                                                break;
                                                                            }
                                                                        }
                                                                        if (_errs18 === errors) {
                                                                            if (data8.type !== undefined) {
                                                                                const _errs19 = errors;
                                                                                if (typeof data8.type !== "string") {
                                                                                    validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/type", schemaPath: "#/properties/conditions/items/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                    return false;
                                                                                }
                                                                                var valid3 = _errs19 === errors;
                                                                            }
                                                                            else {
                                                                                var valid3 = true;
                                                                            }
                                                                            if (valid3) {
                                                                                if (data8.status !== undefined) {
                                                                                    let data10 = data8.status;
                                                                                    const _errs21 = errors;
                                                                                    if (!(((data10 === "True") || (data10 === "False")) || (data10 === "Unknown"))) {
                                                                                        validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/status", schemaPath: "#/properties/conditions/items/properties/status/enum", keyword: "enum", params: { allowedValues: schema32.properties.conditions.items.properties.status.enum }, message: "must be equal to one of the allowed values" }];
                                                                                        return false;
                                                                                    }
                                                                                    var valid3 = _errs21 === errors;
                                                                                }
                                                                                else {
                                                                                    var valid3 = true;
                                                                                }
                                                                                if (valid3) {
                                                                                    if (data8.reason !== undefined) {
                                                                                        const _errs22 = errors;
                                                                                        if (typeof data8.reason !== "string") {
                                                                                            validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/reason", schemaPath: "#/properties/conditions/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                            return false;
                                                                                        }
                                                                                        var valid3 = _errs22 === errors;
                                                                                    }
                                                                                    else {
                                                                                        var valid3 = true;
                                                                                    }
                                                                                    if (valid3) {
                                                                                        if (data8.message !== undefined) {
                                                                                            const _errs24 = errors;
                                                                                            if (typeof data8.message !== "string") {
                                                                                                validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/message", schemaPath: "#/properties/conditions/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                return false;
                                                                                            }
                                                                                            var valid3 = _errs24 === errors;
                                                                                        }
                                                                                        else {
                                                                                            var valid3 = true;
                                                                                        }
                                                                                        if (valid3) {
                                                                                            if (data8.since !== undefined) {
                                                                                                const _errs26 = errors;
                                                                                                if (typeof data8.since !== "string") {
                                                                                                    validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1 + "/since", schemaPath: "#/properties/conditions/items/properties/since/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                    return false;
                                                                                                }
                                                                                                var valid3 = _errs26 === errors;
                                                                                            }
                                                                                            else {
                                                                                                var valid3 = true;
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                                else {
                                                                    validate21.errors = [{ instancePath: instancePath + "/conditions/" + i1, schemaPath: "#/properties/conditions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                    return false;
                                                                }
                                                            }
                                                            var valid2 = _errs16 === errors;
                                                            if (!valid2) {
                                                                break;
                                                            }
                                                        }
                                                    }
                                                    else {
                                                        validate21.errors = [{ instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                        return false;
                                                    }
                                                }
                                                var valid0 = _errs14 === errors;
                                            }
                                            else {
                                                var valid0 = true;
                                            }
                                            if (valid0) {
                                                if (data.specDigest !== undefined) {
                                                    let data14 = data.specDigest;
                                                    const _errs28 = errors;
                                                    if (errors === _errs28) {
                                                        if (typeof data14 === "string") {
                                                            if (!pattern5.test(data14)) {
                                                                validate21.errors = [{ instancePath: instancePath + "/specDigest", schemaPath: "#/properties/specDigest/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: "must match pattern \"" + "^sha256:[0-9a-f]{64}$" + "\"" }];
                                                                return false;
                                                            }
                                                        }
                                                        else {
                                                            validate21.errors = [{ instancePath: instancePath + "/specDigest", schemaPath: "#/properties/specDigest/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                        }
                                                    }
                                                    var valid0 = _errs28 === errors;
                                                }
                                                else {
                                                    var valid0 = true;
                                                }
                                                if (valid0) {
                                                    if (data.providerId !== undefined) {
                                                        const _errs30 = errors;
                                                        if (typeof data.providerId !== "string") {
                                                            validate21.errors = [{ instancePath: instancePath + "/providerId", schemaPath: "#/properties/providerId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                        }
                                                        var valid0 = _errs30 === errors;
                                                    }
                                                    else {
                                                        var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                        if (data.identity !== undefined) {
                                                            let data16 = data.identity;
                                                            const _errs32 = errors;
                                                            if (errors === _errs32) {
                                                                if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                                                                    const _errs34 = errors;
                                                                    for (const key2 in data16) {
                                                                        if (!((((key2 === "uuid") || (key2 === "serial")) || (key2 === "chassisSerial")) || (key2 === "bmcMac"))) {
                                                                            validate21.errors = [{ instancePath: instancePath + "/identity", schemaPath: "#/properties/identity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                                                            return false;
                                                                            break;
                                                                        }
                                                                    }
                                                                    if (_errs34 === errors) {
                                                                        if (data16.uuid !== undefined) {
                                                                            const _errs35 = errors;
                                                                            if (typeof data16.uuid !== "string") {
                                                                                validate21.errors = [{ instancePath: instancePath + "/identity/uuid", schemaPath: "#/properties/identity/properties/uuid/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                            }
                                                                            var valid4 = _errs35 === errors;
                                                                        }
                                                                        else {
                                                                            var valid4 = true;
                                                                        }
                                                                        if (valid4) {
                                                                            if (data16.serial !== undefined) {
                                                                                const _errs37 = errors;
                                                                                if (typeof data16.serial !== "string") {
                                                                                    validate21.errors = [{ instancePath: instancePath + "/identity/serial", schemaPath: "#/properties/identity/properties/serial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                    return false;
                                                                                }
                                                                                var valid4 = _errs37 === errors;
                                                                            }
                                                                            else {
                                                                                var valid4 = true;
                                                                            }
                                                                            if (valid4) {
                                                                                if (data16.chassisSerial !== undefined) {
                                                                                    const _errs39 = errors;
                                                                                    if (typeof data16.chassisSerial !== "string") {
                                                                                        validate21.errors = [{ instancePath: instancePath + "/identity/chassisSerial", schemaPath: "#/properties/identity/properties/chassisSerial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                        return false;
                                                                                    }
                                                                                    var valid4 = _errs39 === errors;
                                                                                }
                                                                                else {
                                                                                    var valid4 = true;
                                                                                }
                                                                                if (valid4) {
                                                                                    if (data16.bmcMac !== undefined) {
                                                                                        const _errs41 = errors;
                                                                                        if (typeof data16.bmcMac !== "string") {
                                                                                            validate21.errors = [{ instancePath: instancePath + "/identity/bmcMac", schemaPath: "#/properties/identity/properties/bmcMac/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                            return false;
                                                                                        }
                                                                                        var valid4 = _errs41 === errors;
                                                                                    }
                                                                                    else {
                                                                                        var valid4 = true;
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                                else {
                                                                    validate21.errors = [{ instancePath: instancePath + "/identity", schemaPath: "#/properties/identity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                    return false;
                                                                }
                                                            }
                                                            var valid0 = _errs32 === errors;
                                                        }
                                                        else {
                                                            var valid0 = true;
                                                        }
                                                        if (valid0) {
                                                            if (data.managed !== undefined) {
                                                                const _errs43 = errors;
                                                                if (typeof data.managed !== "boolean") {
                                                                    validate21.errors = [{ instancePath: instancePath + "/managed", schemaPath: "#/properties/managed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                    return false;
                                                                }
                                                                var valid0 = _errs43 === errors;
                                                            }
                                                            else {
                                                                var valid0 = true;
                                                            }
                                                            if (valid0) {
                                                                if (data.declared !== undefined) {
                                                                    let data22 = data.declared;
                                                                    const _errs45 = errors;
                                                                    if (errors === _errs45) {
                                                                        if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                                                                            for (const key3 in data22) {
                                                                                let data23 = data22[key3];
                                                                                const _errs48 = errors;
                                                                                if (errors === _errs48) {
                                                                                    if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                                                                                        let missing2;
                                                                                        if ((data23.value === undefined) && (missing2 = "value")) {
                                                                                            validate21.errors = [{ instancePath: instancePath + "/declared/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/declared/additionalProperties/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                                            return false;
                                                                                        }
                                                                                        else {
                                                                                            const _errs50 = errors;
                                                                                            for (const key4 in data23) {
                                                                                                if (!((key4 === "value") || (key4 === "request"))) {
                                                                                                    validate21.errors = [{ instancePath: instancePath + "/declared/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/declared/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                                                                                    return false;
                                                                                                    break;
                                                                                                }
                                                                                            }
                                                                                            if (_errs50 === errors) {
                                                                                                if (data23.value !== undefined) {
                                                                                                    let data24 = data23.value;
                                                                                                    const _errs51 = errors;
                                                                                                    if ((((typeof data24 !== "string") && (!((typeof data24 == "number") && (isFinite(data24))))) && (typeof data24 !== "boolean")) && (data24 !== null)) {
                                                                                                        validate21.errors = [{ instancePath: instancePath + "/declared/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/value", schemaPath: "#/properties/declared/additionalProperties/properties/value/type", keyword: "type", params: { type: schema32.properties.declared.additionalProperties.properties.value.type }, message: "must be string,number,boolean,null" }];
                                                                                                        return false;
                                                                                                    }
                                                                                                    var valid6 = _errs51 === errors;
                                                                                                }
                                                                                                else {
                                                                                                    var valid6 = true;
                                                                                                }
                                                                                                if (valid6) {
                                                                                                    if (data23.request !== undefined) {
                                                                                                        const _errs53 = errors;
                                                                                                        if (typeof data23.request !== "string") {
                                                                                                            validate21.errors = [{ instancePath: instancePath + "/declared/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/request", schemaPath: "#/properties/declared/additionalProperties/properties/request/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                            return false;
                                                                                                        }
                                                                                                        var valid6 = _errs53 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid6 = true;
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                    else {
                                                                                        validate21.errors = [{ instancePath: instancePath + "/declared/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/declared/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                        return false;
                                                                                    }
                                                                                }
                                                                                var valid5 = _errs48 === errors;
                                                                                if (!valid5) {
                                                                                    break;
                                                                                }
                                                                            }
                                                                        }
                                                                        else {
                                                                            validate21.errors = [{ instancePath: instancePath + "/declared", schemaPath: "#/properties/declared/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                            return false;
                                                                        }
                                                                    }
                                                                    var valid0 = _errs45 === errors;
                                                                }
                                                                else {
                                                                    var valid0 = true;
                                                                }
                                                                if (valid0) {
                                                                    if (data.requests !== undefined) {
                                                                        let data26 = data.requests;
                                                                        const _errs55 = errors;
                                                                        if (errors === _errs55) {
                                                                            if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
                                                                                for (const key5 in data26) {
                                                                                    let data27 = data26[key5];
                                                                                    const _errs58 = errors;
                                                                                    if (errors === _errs58) {
                                                                                        if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                                                                            let missing3;
                                                                                            if ((((((data27.verb === undefined) && (missing3 = "verb")) || ((data27.spec === undefined) && (missing3 = "spec"))) || ((data27.commit === undefined) && (missing3 = "commit"))) || ((data27.state === undefined) && (missing3 = "state"))) || ((data27.steps === undefined) && (missing3 = "steps"))) {
                                                                                                validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/requests/additionalProperties/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                                                                                return false;
                                                                                            }
                                                                                            else {
                                                                                                const _errs60 = errors;
                                                                                                for (const key6 in data27) {
                                                                                                    if (!(((((((key6 === "verb") || (key6 === "spec")) || (key6 === "commit")) || (key6 === "state")) || (key6 === "steps")) || (key6 === "message")) || (key6 === "lost"))) {
                                                                                                        validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/requests/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                                                                                                        return false;
                                                                                                        break;
                                                                                                    }
                                                                                                }
                                                                                                if (_errs60 === errors) {
                                                                                                    if (data27.verb !== undefined) {
                                                                                                        let data28 = data27.verb;
                                                                                                        const _errs61 = errors;
                                                                                                        if (!(((((((((((((data28 === "PowerOn") || (data28 === "PowerOff")) || (data28 === "Reboot")) || (data28 === "PowerCycle")) || (data28 === "Identify")) || (data28 === "SetBootOnce")) || (data28 === "SetBios")) || (data28 === "ResetBmc")) || (data28 === "ClearTasks")) || (data28 === "Inspect")) || (data28 === "Install")) || (data28 === "Erase")) || (data28 === "RotateCredentials"))) {
                                                                                                            validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/verb", schemaPath: "#/properties/requests/additionalProperties/properties/verb/enum", keyword: "enum", params: { allowedValues: schema32.properties.requests.additionalProperties.properties.verb.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                            return false;
                                                                                                        }
                                                                                                        var valid8 = _errs61 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid8 = true;
                                                                                                    }
                                                                                                    if (valid8) {
                                                                                                        if (data27.spec !== undefined) {
                                                                                                            let data29 = data27.spec;
                                                                                                            const _errs62 = errors;
                                                                                                            if (errors === _errs62) {
                                                                                                                if (typeof data29 === "string") {
                                                                                                                    if (!pattern5.test(data29)) {
                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/spec", schemaPath: "#/properties/requests/additionalProperties/properties/spec/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: "must match pattern \"" + "^sha256:[0-9a-f]{64}$" + "\"" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                }
                                                                                                                else {
                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/spec", schemaPath: "#/properties/requests/additionalProperties/properties/spec/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            var valid8 = _errs62 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid8 = true;
                                                                                                        }
                                                                                                        if (valid8) {
                                                                                                            if (data27.commit !== undefined) {
                                                                                                                let data30 = data27.commit;
                                                                                                                const _errs64 = errors;
                                                                                                                if (errors === _errs64) {
                                                                                                                    if (typeof data30 === "string") {
                                                                                                                        if (!pattern4.test(data30)) {
                                                                                                                            validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/commit", schemaPath: "#/properties/requests/additionalProperties/properties/commit/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}$" }, message: "must match pattern \"" + "^[0-9a-f]{40}$" + "\"" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/commit", schemaPath: "#/properties/requests/additionalProperties/properties/commit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                }
                                                                                                                var valid8 = _errs64 === errors;
                                                                                                            }
                                                                                                            else {
                                                                                                                var valid8 = true;
                                                                                                            }
                                                                                                            if (valid8) {
                                                                                                                if (data27.state !== undefined) {
                                                                                                                    let data31 = data27.state;
                                                                                                                    const _errs66 = errors;
                                                                                                                    if (!(((((((data31 === "pending") || (data31 === "assumed")) || (data31 === "done")) || (data31 === "failed")) || (data31 === "unknown")) || (data31 === "expired")) || (data31 === "superseded"))) {
                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/state", schemaPath: "#/properties/requests/additionalProperties/properties/state/enum", keyword: "enum", params: { allowedValues: schema32.properties.requests.additionalProperties.properties.state.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                    var valid8 = _errs66 === errors;
                                                                                                                }
                                                                                                                else {
                                                                                                                    var valid8 = true;
                                                                                                                }
                                                                                                                if (valid8) {
                                                                                                                    if (data27.steps !== undefined) {
                                                                                                                        let data32 = data27.steps;
                                                                                                                        const _errs67 = errors;
                                                                                                                        if (errors === _errs67) {
                                                                                                                            if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                                                                                                                                for (const key7 in data32) {
                                                                                                                                    let data33 = data32[key7];
                                                                                                                                    const _errs70 = errors;
                                                                                                                                    if (!(((data33 === "done") || (data33 === "failed")) || (data33 === "unknown"))) {
                                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/requests/additionalProperties/properties/steps/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema32.properties.requests.additionalProperties.properties.steps.additionalProperties.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                    var valid9 = _errs70 === errors;
                                                                                                                                    if (!valid9) {
                                                                                                                                        break;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/steps", schemaPath: "#/properties/requests/additionalProperties/properties/steps/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                        }
                                                                                                                        var valid8 = _errs67 === errors;
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        var valid8 = true;
                                                                                                                    }
                                                                                                                    if (valid8) {
                                                                                                                        if (data27.message !== undefined) {
                                                                                                                            const _errs71 = errors;
                                                                                                                            if (typeof data27.message !== "string") {
                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", schemaPath: "#/properties/requests/additionalProperties/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            var valid8 = _errs71 === errors;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            var valid8 = true;
                                                                                                                        }
                                                                                                                        if (valid8) {
                                                                                                                            if (data27.lost !== undefined) {
                                                                                                                                let data35 = data27.lost;
                                                                                                                                const _errs73 = errors;
                                                                                                                                if (errors === _errs73) {
                                                                                                                                    if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                                                                                                                                        for (const key8 in data35) {
                                                                                                                                            let data36 = data35[key8];
                                                                                                                                            const _errs76 = errors;
                                                                                                                                            if (!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))) {
                                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/lost/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/requests/additionalProperties/properties/lost/additionalProperties/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                            var valid10 = _errs76 === errors;
                                                                                                                                            if (!valid10) {
                                                                                                                                                break;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/lost", schemaPath: "#/properties/requests/additionalProperties/properties/lost/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                var valid8 = _errs73 === errors;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                var valid8 = true;
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                        else {
                                                                                            validate21.errors = [{ instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/requests/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                            return false;
                                                                                        }
                                                                                    }
                                                                                    var valid7 = _errs58 === errors;
                                                                                    if (!valid7) {
                                                                                        break;
                                                                                    }
                                                                                }
                                                                            }
                                                                            else {
                                                                                validate21.errors = [{ instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                return false;
                                                                            }
                                                                        }
                                                                        var valid0 = _errs55 === errors;
                                                                    }
                                                                    else {
                                                                        var valid0 = true;
                                                                    }
                                                                    if (valid0) {
                                                                        if (data.operation !== undefined) {
                                                                            let data37 = data.operation;
                                                                            const _errs78 = errors;
                                                                            if (errors === _errs78) {
                                                                                if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                                                                                    let missing4;
                                                                                    if ((((((((data37.grant === undefined) && (missing4 = "grant")) || ((data37.request === undefined) && (missing4 = "request"))) || ((data37.spec === undefined) && (missing4 = "spec"))) || ((data37.commit === undefined) && (missing4 = "commit"))) || ((data37.args === undefined) && (missing4 = "args"))) || ((data37.expect === undefined) && (missing4 = "expect"))) || ((data37.patienceMs === undefined) && (missing4 = "patienceMs"))) {
                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                                                                        return false;
                                                                                    }
                                                                                    else {
                                                                                        const _errs80 = errors;
                                                                                        for (const key9 in data37) {
                                                                                            if (!(((((((key9 === "grant") || (key9 === "request")) || (key9 === "spec")) || (key9 === "commit")) || (key9 === "args")) || (key9 === "expect")) || (key9 === "patienceMs"))) {
                                                                                                validate21.errors = [{ instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" }];
                                                                                                return false;
                                                                                                break;
                                                                                            }
                                                                                        }
                                                                                        if (_errs80 === errors) {
                                                                                            if (data37.grant !== undefined) {
                                                                                                let data38 = data37.grant;
                                                                                                const _errs81 = errors;
                                                                                                if (errors === _errs81) {
                                                                                                    if (typeof data38 === "string") {
                                                                                                        if (!pattern5.test(data38)) {
                                                                                                            validate21.errors = [{ instancePath: instancePath + "/operation/grant", schemaPath: "#/properties/operation/properties/grant/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: "must match pattern \"" + "^sha256:[0-9a-f]{64}$" + "\"" }];
                                                                                                            return false;
                                                                                                        }
                                                                                                    }
                                                                                                    else {
                                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation/grant", schemaPath: "#/properties/operation/properties/grant/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                        return false;
                                                                                                    }
                                                                                                }
                                                                                                var valid11 = _errs81 === errors;
                                                                                            }
                                                                                            else {
                                                                                                var valid11 = true;
                                                                                            }
                                                                                            if (valid11) {
                                                                                                if (data37.request !== undefined) {
                                                                                                    const _errs83 = errors;
                                                                                                    if (typeof data37.request !== "string") {
                                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation/request", schemaPath: "#/properties/operation/properties/request/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                        return false;
                                                                                                    }
                                                                                                    var valid11 = _errs83 === errors;
                                                                                                }
                                                                                                else {
                                                                                                    var valid11 = true;
                                                                                                }
                                                                                                if (valid11) {
                                                                                                    if (data37.spec !== undefined) {
                                                                                                        let data40 = data37.spec;
                                                                                                        const _errs85 = errors;
                                                                                                        if (errors === _errs85) {
                                                                                                            if (typeof data40 === "string") {
                                                                                                                if (!pattern5.test(data40)) {
                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/operation/spec", schemaPath: "#/properties/operation/properties/spec/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: "must match pattern \"" + "^sha256:[0-9a-f]{64}$" + "\"" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            else {
                                                                                                                validate21.errors = [{ instancePath: instancePath + "/operation/spec", schemaPath: "#/properties/operation/properties/spec/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                return false;
                                                                                                            }
                                                                                                        }
                                                                                                        var valid11 = _errs85 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid11 = true;
                                                                                                    }
                                                                                                    if (valid11) {
                                                                                                        if (data37.commit !== undefined) {
                                                                                                            let data41 = data37.commit;
                                                                                                            const _errs87 = errors;
                                                                                                            if (errors === _errs87) {
                                                                                                                if (typeof data41 === "string") {
                                                                                                                    if (!pattern4.test(data41)) {
                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation/commit", schemaPath: "#/properties/operation/properties/commit/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}$" }, message: "must match pattern \"" + "^[0-9a-f]{40}$" + "\"" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                }
                                                                                                                else {
                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/operation/commit", schemaPath: "#/properties/operation/properties/commit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            var valid11 = _errs87 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid11 = true;
                                                                                                        }
                                                                                                        if (valid11) {
                                                                                                            if (data37.args !== undefined) {
                                                                                                                let data42 = data37.args;
                                                                                                                const _errs89 = errors;
                                                                                                                const _errs90 = errors;
                                                                                                                let valid12 = false;
                                                                                                                let passing0 = null;
                                                                                                                const _errs91 = errors;
                                                                                                                if (errors === _errs91) {
                                                                                                                    if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                        let missing5;
                                                                                                                        if ((data42.verb === undefined) && (missing5 = "verb")) {
                                                                                                                            const err0 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/0/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" };
                                                                                                                            if (vErrors === null) {
                                                                                                                                vErrors = [err0];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                vErrors.push(err0);
                                                                                                                            }
                                                                                                                            errors++;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            const _errs93 = errors;
                                                                                                                            for (const key10 in data42) {
                                                                                                                                if (!(key10 === "verb")) {
                                                                                                                                    const err1 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err1];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err1);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                    break;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            if (_errs93 === errors) {
                                                                                                                                if (data42.verb !== undefined) {
                                                                                                                                    if ("PowerOn" !== data42.verb) {
                                                                                                                                        const err2 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/0/properties/verb/const", keyword: "const", params: { allowedValue: "PowerOn" }, message: "must be equal to constant" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err2];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err2);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        const err3 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                        if (vErrors === null) {
                                                                                                                            vErrors = [err3];
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            vErrors.push(err3);
                                                                                                                        }
                                                                                                                        errors++;
                                                                                                                    }
                                                                                                                }
                                                                                                                var _valid0 = _errs91 === errors;
                                                                                                                if (_valid0) {
                                                                                                                    valid12 = true;
                                                                                                                    passing0 = 0;
                                                                                                                    var props0 = true;
                                                                                                                }
                                                                                                                const _errs95 = errors;
                                                                                                                if (errors === _errs95) {
                                                                                                                    if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                        let missing6;
                                                                                                                        if (((data42.verb === undefined) && (missing6 = "verb")) || ((data42.force === undefined) && (missing6 = "force"))) {
                                                                                                                            const err4 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/1/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" };
                                                                                                                            if (vErrors === null) {
                                                                                                                                vErrors = [err4];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                vErrors.push(err4);
                                                                                                                            }
                                                                                                                            errors++;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            const _errs97 = errors;
                                                                                                                            for (const key11 in data42) {
                                                                                                                                if (!((key11 === "verb") || (key11 === "force"))) {
                                                                                                                                    const err5 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err5];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err5);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                    break;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            if (_errs97 === errors) {
                                                                                                                                if (data42.verb !== undefined) {
                                                                                                                                    const _errs98 = errors;
                                                                                                                                    if ("PowerOff" !== data42.verb) {
                                                                                                                                        const err6 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/1/properties/verb/const", keyword: "const", params: { allowedValue: "PowerOff" }, message: "must be equal to constant" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err6];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err6);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                    var valid14 = _errs98 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid14 = true;
                                                                                                                                }
                                                                                                                                if (valid14) {
                                                                                                                                    if (data42.force !== undefined) {
                                                                                                                                        const _errs99 = errors;
                                                                                                                                        if (typeof data42.force !== "boolean") {
                                                                                                                                            const err7 = { instancePath: instancePath + "/operation/args/force", schemaPath: "#/properties/operation/properties/args/oneOf/1/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err7];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err7);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                        var valid14 = _errs99 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid14 = true;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        const err8 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                        if (vErrors === null) {
                                                                                                                            vErrors = [err8];
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            vErrors.push(err8);
                                                                                                                        }
                                                                                                                        errors++;
                                                                                                                    }
                                                                                                                }
                                                                                                                var _valid0 = _errs95 === errors;
                                                                                                                if (_valid0 && valid12) {
                                                                                                                    valid12 = false;
                                                                                                                    passing0 = [passing0, 1];
                                                                                                                }
                                                                                                                else {
                                                                                                                    if (_valid0) {
                                                                                                                        valid12 = true;
                                                                                                                        passing0 = 1;
                                                                                                                        if (props0 !== true) {
                                                                                                                            props0 = true;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    const _errs101 = errors;
                                                                                                                    if (errors === _errs101) {
                                                                                                                        if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                            let missing7;
                                                                                                                            if ((data42.verb === undefined) && (missing7 = "verb")) {
                                                                                                                                const err9 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/2/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" };
                                                                                                                                if (vErrors === null) {
                                                                                                                                    vErrors = [err9];
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    vErrors.push(err9);
                                                                                                                                }
                                                                                                                                errors++;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                const _errs103 = errors;
                                                                                                                                for (const key12 in data42) {
                                                                                                                                    if (!(key12 === "verb")) {
                                                                                                                                        const err10 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err10];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err10);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                        break;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                if (_errs103 === errors) {
                                                                                                                                    if (data42.verb !== undefined) {
                                                                                                                                        if ("Reboot" !== data42.verb) {
                                                                                                                                            const err11 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/2/properties/verb/const", keyword: "const", params: { allowedValue: "Reboot" }, message: "must be equal to constant" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err11];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err11);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            const err12 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                            if (vErrors === null) {
                                                                                                                                vErrors = [err12];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                vErrors.push(err12);
                                                                                                                            }
                                                                                                                            errors++;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    var _valid0 = _errs101 === errors;
                                                                                                                    if (_valid0 && valid12) {
                                                                                                                        valid12 = false;
                                                                                                                        passing0 = [passing0, 2];
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        if (_valid0) {
                                                                                                                            valid12 = true;
                                                                                                                            passing0 = 2;
                                                                                                                            if (props0 !== true) {
                                                                                                                                props0 = true;
                                                                                                                            }
                                                                                                                        }
                                                                                                                        const _errs105 = errors;
                                                                                                                        if (errors === _errs105) {
                                                                                                                            if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                                let missing8;
                                                                                                                                if ((data42.verb === undefined) && (missing8 = "verb")) {
                                                                                                                                    const err13 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/3/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err13];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err13);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    const _errs107 = errors;
                                                                                                                                    for (const key13 in data42) {
                                                                                                                                        if (!(key13 === "verb")) {
                                                                                                                                            const err14 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/3/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err14];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err14);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                            break;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    if (_errs107 === errors) {
                                                                                                                                        if (data42.verb !== undefined) {
                                                                                                                                            if ("PowerCycle" !== data42.verb) {
                                                                                                                                                const err15 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/3/properties/verb/const", keyword: "const", params: { allowedValue: "PowerCycle" }, message: "must be equal to constant" };
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
                                                                                                                                }
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                const err16 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/3/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                if (vErrors === null) {
                                                                                                                                    vErrors = [err16];
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    vErrors.push(err16);
                                                                                                                                }
                                                                                                                                errors++;
                                                                                                                            }
                                                                                                                        }
                                                                                                                        var _valid0 = _errs105 === errors;
                                                                                                                        if (_valid0 && valid12) {
                                                                                                                            valid12 = false;
                                                                                                                            passing0 = [passing0, 3];
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            if (_valid0) {
                                                                                                                                valid12 = true;
                                                                                                                                passing0 = 3;
                                                                                                                                if (props0 !== true) {
                                                                                                                                    props0 = true;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            const _errs109 = errors;
                                                                                                                            if (errors === _errs109) {
                                                                                                                                if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                                    let missing9;
                                                                                                                                    if (((data42.verb === undefined) && (missing9 = "verb")) || ((data42.indicator === undefined) && (missing9 = "indicator"))) {
                                                                                                                                        const err17 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/4/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err17];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err17);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        const _errs111 = errors;
                                                                                                                                        for (const key14 in data42) {
                                                                                                                                            if (!((key14 === "verb") || (key14 === "indicator"))) {
                                                                                                                                                const err18 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/4/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" };
                                                                                                                                                if (vErrors === null) {
                                                                                                                                                    vErrors = [err18];
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    vErrors.push(err18);
                                                                                                                                                }
                                                                                                                                                errors++;
                                                                                                                                                break;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        if (_errs111 === errors) {
                                                                                                                                            if (data42.verb !== undefined) {
                                                                                                                                                const _errs112 = errors;
                                                                                                                                                if ("Identify" !== data42.verb) {
                                                                                                                                                    const err19 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/4/properties/verb/const", keyword: "const", params: { allowedValue: "Identify" }, message: "must be equal to constant" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err19];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err19);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                }
                                                                                                                                                var valid17 = _errs112 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid17 = true;
                                                                                                                                            }
                                                                                                                                            if (valid17) {
                                                                                                                                                if (data42.indicator !== undefined) {
                                                                                                                                                    let data49 = data42.indicator;
                                                                                                                                                    const _errs113 = errors;
                                                                                                                                                    if (!((data49 === "Lit") || (data49 === "Off"))) {
                                                                                                                                                        const err20 = { instancePath: instancePath + "/operation/args/indicator", schemaPath: "#/properties/operation/properties/args/oneOf/4/properties/indicator/enum", keyword: "enum", params: { allowedValues: schema32.properties.operation.properties.args.oneOf[4].properties.indicator.enum }, message: "must be equal to one of the allowed values" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err20];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err20);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                    }
                                                                                                                                                    var valid17 = _errs113 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid17 = true;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    const err21 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/4/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err21];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err21);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            var _valid0 = _errs109 === errors;
                                                                                                                            if (_valid0 && valid12) {
                                                                                                                                valid12 = false;
                                                                                                                                passing0 = [passing0, 4];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                if (_valid0) {
                                                                                                                                    valid12 = true;
                                                                                                                                    passing0 = 4;
                                                                                                                                    if (props0 !== true) {
                                                                                                                                        props0 = true;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                const _errs114 = errors;
                                                                                                                                if (errors === _errs114) {
                                                                                                                                    if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                                        let missing10;
                                                                                                                                        if (((data42.verb === undefined) && (missing10 = "verb")) || ((data42.target === undefined) && (missing10 = "target"))) {
                                                                                                                                            const err22 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/5/required", keyword: "required", params: { missingProperty: missing10 }, message: "must have required property '" + missing10 + "'" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err22];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err22);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            const _errs116 = errors;
                                                                                                                                            for (const key15 in data42) {
                                                                                                                                                if (!((key15 === "verb") || (key15 === "target"))) {
                                                                                                                                                    const err23 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/5/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err23];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err23);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                    break;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            if (_errs116 === errors) {
                                                                                                                                                if (data42.verb !== undefined) {
                                                                                                                                                    const _errs117 = errors;
                                                                                                                                                    if ("SetBootOnce" !== data42.verb) {
                                                                                                                                                        const err24 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/5/properties/verb/const", keyword: "const", params: { allowedValue: "SetBootOnce" }, message: "must be equal to constant" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err24];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err24);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                    }
                                                                                                                                                    var valid18 = _errs117 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid18 = true;
                                                                                                                                                }
                                                                                                                                                if (valid18) {
                                                                                                                                                    if (data42.target !== undefined) {
                                                                                                                                                        const _errs118 = errors;
                                                                                                                                                        if (typeof data42.target !== "string") {
                                                                                                                                                            const err25 = { instancePath: instancePath + "/operation/args/target", schemaPath: "#/properties/operation/properties/args/oneOf/5/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                vErrors = [err25];
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                vErrors.push(err25);
                                                                                                                                                            }
                                                                                                                                                            errors++;
                                                                                                                                                        }
                                                                                                                                                        var valid18 = _errs118 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid18 = true;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        const err26 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/5/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err26];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err26);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                var _valid0 = _errs114 === errors;
                                                                                                                                if (_valid0 && valid12) {
                                                                                                                                    valid12 = false;
                                                                                                                                    passing0 = [passing0, 5];
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    if (_valid0) {
                                                                                                                                        valid12 = true;
                                                                                                                                        passing0 = 5;
                                                                                                                                        if (props0 !== true) {
                                                                                                                                            props0 = true;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    const _errs120 = errors;
                                                                                                                                    if (errors === _errs120) {
                                                                                                                                        if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                                            let missing11;
                                                                                                                                            if (((data42.verb === undefined) && (missing11 = "verb")) || ((data42.attributes === undefined) && (missing11 = "attributes"))) {
                                                                                                                                                const err27 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/6/required", keyword: "required", params: { missingProperty: missing11 }, message: "must have required property '" + missing11 + "'" };
                                                                                                                                                if (vErrors === null) {
                                                                                                                                                    vErrors = [err27];
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    vErrors.push(err27);
                                                                                                                                                }
                                                                                                                                                errors++;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                const _errs122 = errors;
                                                                                                                                                for (const key16 in data42) {
                                                                                                                                                    if (!((key16 === "verb") || (key16 === "attributes"))) {
                                                                                                                                                        const err28 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/6/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err28];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err28);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                        break;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                                if (_errs122 === errors) {
                                                                                                                                                    if (data42.verb !== undefined) {
                                                                                                                                                        const _errs123 = errors;
                                                                                                                                                        if ("SetBios" !== data42.verb) {
                                                                                                                                                            const err29 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/6/properties/verb/const", keyword: "const", params: { allowedValue: "SetBios" }, message: "must be equal to constant" };
                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                vErrors = [err29];
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                vErrors.push(err29);
                                                                                                                                                            }
                                                                                                                                                            errors++;
                                                                                                                                                        }
                                                                                                                                                        var valid19 = _errs123 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid19 = true;
                                                                                                                                                    }
                                                                                                                                                    if (valid19) {
                                                                                                                                                        if (data42.attributes !== undefined) {
                                                                                                                                                            let data53 = data42.attributes;
                                                                                                                                                            const _errs124 = errors;
                                                                                                                                                            if (errors === _errs124) {
                                                                                                                                                                if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
                                                                                                                                                                    for (const key17 in data53) {
                                                                                                                                                                        let data54 = data53[key17];
                                                                                                                                                                        const _errs127 = errors;
                                                                                                                                                                        if ((((typeof data54 !== "string") && (!((typeof data54 == "number") && (isFinite(data54))))) && (typeof data54 !== "boolean")) && (data54 !== null)) {
                                                                                                                                                                            const err30 = { instancePath: instancePath + "/operation/args/attributes/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/operation/properties/args/oneOf/6/properties/attributes/additionalProperties/type", keyword: "type", params: { type: schema32.properties.operation.properties.args.oneOf[6].properties.attributes.additionalProperties.type }, message: "must be string,number,boolean,null" };
                                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                                vErrors = [err30];
                                                                                                                                                                            }
                                                                                                                                                                            else {
                                                                                                                                                                                vErrors.push(err30);
                                                                                                                                                                            }
                                                                                                                                                                            errors++;
                                                                                                                                                                        }
                                                                                                                                                                        var valid20 = _errs127 === errors;
                                                                                                                                                                        if (!valid20) {
                                                                                                                                                                            break;
                                                                                                                                                                        }
                                                                                                                                                                    }
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    const err31 = { instancePath: instancePath + "/operation/args/attributes", schemaPath: "#/properties/operation/properties/args/oneOf/6/properties/attributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                                        vErrors = [err31];
                                                                                                                                                                    }
                                                                                                                                                                    else {
                                                                                                                                                                        vErrors.push(err31);
                                                                                                                                                                    }
                                                                                                                                                                    errors++;
                                                                                                                                                                }
                                                                                                                                                            }
                                                                                                                                                            var valid19 = _errs124 === errors;
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            var valid19 = true;
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            const err32 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/6/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err32];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err32);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    var _valid0 = _errs120 === errors;
                                                                                                                                    if (_valid0 && valid12) {
                                                                                                                                        valid12 = false;
                                                                                                                                        passing0 = [passing0, 6];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        if (_valid0) {
                                                                                                                                            valid12 = true;
                                                                                                                                            passing0 = 6;
                                                                                                                                            if (props0 !== true) {
                                                                                                                                                props0 = true;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        const _errs129 = errors;
                                                                                                                                        if (errors === _errs129) {
                                                                                                                                            if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                                                let missing12;
                                                                                                                                                if ((data42.verb === undefined) && (missing12 = "verb")) {
                                                                                                                                                    const err33 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/7/required", keyword: "required", params: { missingProperty: missing12 }, message: "must have required property '" + missing12 + "'" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err33];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err33);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    const _errs131 = errors;
                                                                                                                                                    for (const key18 in data42) {
                                                                                                                                                        if (!(key18 === "verb")) {
                                                                                                                                                            const err34 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/7/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                vErrors = [err34];
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                vErrors.push(err34);
                                                                                                                                                            }
                                                                                                                                                            errors++;
                                                                                                                                                            break;
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                    if (_errs131 === errors) {
                                                                                                                                                        if (data42.verb !== undefined) {
                                                                                                                                                            if ("ResetBmc" !== data42.verb) {
                                                                                                                                                                const err35 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/7/properties/verb/const", keyword: "const", params: { allowedValue: "ResetBmc" }, message: "must be equal to constant" };
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
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                const err36 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/7/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                                if (vErrors === null) {
                                                                                                                                                    vErrors = [err36];
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    vErrors.push(err36);
                                                                                                                                                }
                                                                                                                                                errors++;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        var _valid0 = _errs129 === errors;
                                                                                                                                        if (_valid0 && valid12) {
                                                                                                                                            valid12 = false;
                                                                                                                                            passing0 = [passing0, 7];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            if (_valid0) {
                                                                                                                                                valid12 = true;
                                                                                                                                                passing0 = 7;
                                                                                                                                                if (props0 !== true) {
                                                                                                                                                    props0 = true;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            const _errs133 = errors;
                                                                                                                                            if (errors === _errs133) {
                                                                                                                                                if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                                                                                                                    let missing13;
                                                                                                                                                    if ((data42.verb === undefined) && (missing13 = "verb")) {
                                                                                                                                                        const err37 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/8/required", keyword: "required", params: { missingProperty: missing13 }, message: "must have required property '" + missing13 + "'" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err37];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err37);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        const _errs135 = errors;
                                                                                                                                                        for (const key19 in data42) {
                                                                                                                                                            if (!(key19 === "verb")) {
                                                                                                                                                                const err38 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/8/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 }, message: "must NOT have additional properties" };
                                                                                                                                                                if (vErrors === null) {
                                                                                                                                                                    vErrors = [err38];
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    vErrors.push(err38);
                                                                                                                                                                }
                                                                                                                                                                errors++;
                                                                                                                                                                break;
                                                                                                                                                            }
                                                                                                                                                        }
                                                                                                                                                        if (_errs135 === errors) {
                                                                                                                                                            if (data42.verb !== undefined) {
                                                                                                                                                                if ("ClearTasks" !== data42.verb) {
                                                                                                                                                                    const err39 = { instancePath: instancePath + "/operation/args/verb", schemaPath: "#/properties/operation/properties/args/oneOf/8/properties/verb/const", keyword: "const", params: { allowedValue: "ClearTasks" }, message: "must be equal to constant" };
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
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    const err40 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf/8/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err40];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err40);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            var _valid0 = _errs133 === errors;
                                                                                                                                            if (_valid0 && valid12) {
                                                                                                                                                valid12 = false;
                                                                                                                                                passing0 = [passing0, 8];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                if (_valid0) {
                                                                                                                                                    valid12 = true;
                                                                                                                                                    passing0 = 8;
                                                                                                                                                    if (props0 !== true) {
                                                                                                                                                        props0 = true;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                                if (!valid12) {
                                                                                                                    const err41 = { instancePath: instancePath + "/operation/args", schemaPath: "#/properties/operation/properties/args/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
                                                                                                                    if (vErrors === null) {
                                                                                                                        vErrors = [err41];
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        vErrors.push(err41);
                                                                                                                    }
                                                                                                                    errors++;
                                                                                                                    validate21.errors = vErrors;
                                                                                                                    return false;
                                                                                                                }
                                                                                                                else {
                                                                                                                    errors = _errs90;
                                                                                                                    if (vErrors !== null) {
                                                                                                                        if (_errs90) {
                                                                                                                            vErrors.length = _errs90;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            vErrors = null;
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                                var valid11 = _errs89 === errors;
                                                                                                            }
                                                                                                            else {
                                                                                                                var valid11 = true;
                                                                                                            }
                                                                                                            if (valid11) {
                                                                                                                if (data37.expect !== undefined) {
                                                                                                                    let data57 = data37.expect;
                                                                                                                    const _errs137 = errors;
                                                                                                                    if (errors === _errs137) {
                                                                                                                        if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
                                                                                                                            let missing14;
                                                                                                                            if (((data57.identity === undefined) && (missing14 = "identity")) || ((data57.power === undefined) && (missing14 = "power"))) {
                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/operation/expect", schemaPath: "#/properties/operation/properties/expect/required", keyword: "required", params: { missingProperty: missing14 }, message: "must have required property '" + missing14 + "'" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                const _errs139 = errors;
                                                                                                                                for (const key20 in data57) {
                                                                                                                                    if (!((((key20 === "identity") || (key20 === "power")) || (key20 === "lastReset")) || (key20 === "bmcLastReset"))) {
                                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation/expect", schemaPath: "#/properties/operation/properties/expect/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 }, message: "must NOT have additional properties" }];
                                                                                                                                        return false;
                                                                                                                                        break;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                if (_errs139 === errors) {
                                                                                                                                    if (data57.identity !== undefined) {
                                                                                                                                        let data58 = data57.identity;
                                                                                                                                        const _errs140 = errors;
                                                                                                                                        if (errors === _errs140) {
                                                                                                                                            if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
                                                                                                                                                const _errs142 = errors;
                                                                                                                                                for (const key21 in data58) {
                                                                                                                                                    if (!((((key21 === "uuid") || (key21 === "serial")) || (key21 === "chassisSerial")) || (key21 === "bmcMac"))) {
                                                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation/expect/identity", schemaPath: "#/properties/operation/properties/expect/properties/identity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 }, message: "must NOT have additional properties" }];
                                                                                                                                                        return false;
                                                                                                                                                        break;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                                if (_errs142 === errors) {
                                                                                                                                                    if (data58.uuid !== undefined) {
                                                                                                                                                        const _errs143 = errors;
                                                                                                                                                        if (typeof data58.uuid !== "string") {
                                                                                                                                                            validate21.errors = [{ instancePath: instancePath + "/operation/expect/identity/uuid", schemaPath: "#/properties/operation/properties/expect/properties/identity/properties/uuid/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                            return false;
                                                                                                                                                        }
                                                                                                                                                        var valid24 = _errs143 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid24 = true;
                                                                                                                                                    }
                                                                                                                                                    if (valid24) {
                                                                                                                                                        if (data58.serial !== undefined) {
                                                                                                                                                            const _errs145 = errors;
                                                                                                                                                            if (typeof data58.serial !== "string") {
                                                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/operation/expect/identity/serial", schemaPath: "#/properties/operation/properties/expect/properties/identity/properties/serial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                                return false;
                                                                                                                                                            }
                                                                                                                                                            var valid24 = _errs145 === errors;
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            var valid24 = true;
                                                                                                                                                        }
                                                                                                                                                        if (valid24) {
                                                                                                                                                            if (data58.chassisSerial !== undefined) {
                                                                                                                                                                const _errs147 = errors;
                                                                                                                                                                if (typeof data58.chassisSerial !== "string") {
                                                                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/operation/expect/identity/chassisSerial", schemaPath: "#/properties/operation/properties/expect/properties/identity/properties/chassisSerial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                                    return false;
                                                                                                                                                                }
                                                                                                                                                                var valid24 = _errs147 === errors;
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                var valid24 = true;
                                                                                                                                                            }
                                                                                                                                                            if (valid24) {
                                                                                                                                                                if (data58.bmcMac !== undefined) {
                                                                                                                                                                    const _errs149 = errors;
                                                                                                                                                                    if (typeof data58.bmcMac !== "string") {
                                                                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation/expect/identity/bmcMac", schemaPath: "#/properties/operation/properties/expect/properties/identity/properties/bmcMac/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                                        return false;
                                                                                                                                                                    }
                                                                                                                                                                    var valid24 = _errs149 === errors;
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    var valid24 = true;
                                                                                                                                                                }
                                                                                                                                                            }
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/operation/expect/identity", schemaPath: "#/properties/operation/properties/expect/properties/identity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        var valid23 = _errs140 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid23 = true;
                                                                                                                                    }
                                                                                                                                    if (valid23) {
                                                                                                                                        if (data57.power !== undefined) {
                                                                                                                                            let data63 = data57.power;
                                                                                                                                            const _errs151 = errors;
                                                                                                                                            if (!((((((data63 === "On") || (data63 === "Off")) || (data63 === "PoweringOn")) || (data63 === "PoweringOff")) || (data63 === "Paused")) || (data63 === "Unknown"))) {
                                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/operation/expect/power", schemaPath: "#/properties/operation/properties/expect/properties/power/enum", keyword: "enum", params: { allowedValues: schema32.properties.operation.properties.expect.properties.power.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                            var valid23 = _errs151 === errors;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            var valid23 = true;
                                                                                                                                        }
                                                                                                                                        if (valid23) {
                                                                                                                                            if (data57.lastReset !== undefined) {
                                                                                                                                                const _errs152 = errors;
                                                                                                                                                if (typeof data57.lastReset !== "string") {
                                                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/operation/expect/lastReset", schemaPath: "#/properties/operation/properties/expect/properties/lastReset/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                    return false;
                                                                                                                                                }
                                                                                                                                                var valid23 = _errs152 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid23 = true;
                                                                                                                                            }
                                                                                                                                            if (valid23) {
                                                                                                                                                if (data57.bmcLastReset !== undefined) {
                                                                                                                                                    const _errs154 = errors;
                                                                                                                                                    if (typeof data57.bmcLastReset !== "string") {
                                                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/operation/expect/bmcLastReset", schemaPath: "#/properties/operation/properties/expect/properties/bmcLastReset/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                        return false;
                                                                                                                                                    }
                                                                                                                                                    var valid23 = _errs154 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid23 = true;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            validate21.errors = [{ instancePath: instancePath + "/operation/expect", schemaPath: "#/properties/operation/properties/expect/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    var valid11 = _errs137 === errors;
                                                                                                                }
                                                                                                                else {
                                                                                                                    var valid11 = true;
                                                                                                                }
                                                                                                                if (valid11) {
                                                                                                                    if (data37.patienceMs !== undefined) {
                                                                                                                        let data66 = data37.patienceMs;
                                                                                                                        const _errs156 = errors;
                                                                                                                        if (!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))) {
                                                                                                                            validate21.errors = [{ instancePath: instancePath + "/operation/patienceMs", schemaPath: "#/properties/operation/properties/patienceMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                        var valid11 = _errs156 === errors;
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        var valid11 = true;
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                }
                                                                                else {
                                                                                    validate21.errors = [{ instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                    return false;
                                                                                }
                                                                            }
                                                                            var valid0 = _errs78 === errors;
                                                                        }
                                                                        else {
                                                                            var valid0 = true;
                                                                        }
                                                                        if (valid0) {
                                                                            if (data.observed !== undefined) {
                                                                                let data67 = data.observed;
                                                                                const _errs158 = errors;
                                                                                if (errors === _errs158) {
                                                                                    if (data67 && typeof data67 == "object" && !Array.isArray(data67)) {
                                                                                        let missing15;
                                                                                        if ((((data67.power === undefined) && (missing15 = "power")) || ((data67.boot === undefined) && (missing15 = "boot"))) || ((data67.bios === undefined) && (missing15 = "bios"))) {
                                                                                            validate21.errors = [{ instancePath: instancePath + "/observed", schemaPath: "#/properties/observed/required", keyword: "required", params: { missingProperty: missing15 }, message: "must have required property '" + missing15 + "'" }];
                                                                                            return false;
                                                                                        }
                                                                                        else {
                                                                                            const _errs160 = errors;
                                                                                            for (const key22 in data67) {
                                                                                                if (!(((key22 === "power") || (key22 === "boot")) || (key22 === "bios"))) {
                                                                                                    validate21.errors = [{ instancePath: instancePath + "/observed", schemaPath: "#/properties/observed/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 }, message: "must NOT have additional properties" }];
                                                                                                    return false;
                                                                                                    break;
                                                                                                }
                                                                                            }
                                                                                            if (_errs160 === errors) {
                                                                                                if (data67.power !== undefined) {
                                                                                                    let data68 = data67.power;
                                                                                                    const _errs161 = errors;
                                                                                                    if (!((((((data68 === "On") || (data68 === "Off")) || (data68 === "PoweringOn")) || (data68 === "PoweringOff")) || (data68 === "Paused")) || (data68 === "Unknown"))) {
                                                                                                        validate21.errors = [{ instancePath: instancePath + "/observed/power", schemaPath: "#/properties/observed/properties/power/enum", keyword: "enum", params: { allowedValues: schema32.properties.observed.properties.power.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                        return false;
                                                                                                    }
                                                                                                    var valid25 = _errs161 === errors;
                                                                                                }
                                                                                                else {
                                                                                                    var valid25 = true;
                                                                                                }
                                                                                                if (valid25) {
                                                                                                    if (data67.boot !== undefined) {
                                                                                                        let data69 = data67.boot;
                                                                                                        const _errs162 = errors;
                                                                                                        if (errors === _errs162) {
                                                                                                            if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
                                                                                                                let missing16;
                                                                                                                if (((data69.target === undefined) && (missing16 = "target")) || ((data69.enabled === undefined) && (missing16 = "enabled"))) {
                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/observed/boot", schemaPath: "#/properties/observed/properties/boot/required", keyword: "required", params: { missingProperty: missing16 }, message: "must have required property '" + missing16 + "'" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                                else {
                                                                                                                    const _errs164 = errors;
                                                                                                                    for (const key23 in data69) {
                                                                                                                        if (!(((key23 === "target") || (key23 === "enabled")) || (key23 === "mode"))) {
                                                                                                                            validate21.errors = [{ instancePath: instancePath + "/observed/boot", schemaPath: "#/properties/observed/properties/boot/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 }, message: "must NOT have additional properties" }];
                                                                                                                            return false;
                                                                                                                            break;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    if (_errs164 === errors) {
                                                                                                                        if (data69.target !== undefined) {
                                                                                                                            const _errs165 = errors;
                                                                                                                            if (typeof data69.target !== "string") {
                                                                                                                                validate21.errors = [{ instancePath: instancePath + "/observed/boot/target", schemaPath: "#/properties/observed/properties/boot/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            var valid26 = _errs165 === errors;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            var valid26 = true;
                                                                                                                        }
                                                                                                                        if (valid26) {
                                                                                                                            if (data69.enabled !== undefined) {
                                                                                                                                const _errs167 = errors;
                                                                                                                                if (typeof data69.enabled !== "string") {
                                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/observed/boot/enabled", schemaPath: "#/properties/observed/properties/boot/properties/enabled/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                    return false;
                                                                                                                                }
                                                                                                                                var valid26 = _errs167 === errors;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                var valid26 = true;
                                                                                                                            }
                                                                                                                            if (valid26) {
                                                                                                                                if (data69.mode !== undefined) {
                                                                                                                                    const _errs169 = errors;
                                                                                                                                    if (typeof data69.mode !== "string") {
                                                                                                                                        validate21.errors = [{ instancePath: instancePath + "/observed/boot/mode", schemaPath: "#/properties/observed/properties/boot/properties/mode/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                    var valid26 = _errs169 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid26 = true;
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                            else {
                                                                                                                validate21.errors = [{ instancePath: instancePath + "/observed/boot", schemaPath: "#/properties/observed/properties/boot/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                return false;
                                                                                                            }
                                                                                                        }
                                                                                                        var valid25 = _errs162 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid25 = true;
                                                                                                    }
                                                                                                    if (valid25) {
                                                                                                        if (data67.bios !== undefined) {
                                                                                                            let data73 = data67.bios;
                                                                                                            const _errs171 = errors;
                                                                                                            if (errors === _errs171) {
                                                                                                                if (data73 && typeof data73 == "object" && !Array.isArray(data73)) {
                                                                                                                    for (const key24 in data73) {
                                                                                                                        let data74 = data73[key24];
                                                                                                                        const _errs174 = errors;
                                                                                                                        if ((((typeof data74 !== "string") && (!((typeof data74 == "number") && (isFinite(data74))))) && (typeof data74 !== "boolean")) && (data74 !== null)) {
                                                                                                                            validate21.errors = [{ instancePath: instancePath + "/observed/bios/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/observed/properties/bios/additionalProperties/type", keyword: "type", params: { type: schema32.properties.observed.properties.bios.additionalProperties.type }, message: "must be string,number,boolean,null" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                        var valid27 = _errs174 === errors;
                                                                                                                        if (!valid27) {
                                                                                                                            break;
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                                else {
                                                                                                                    validate21.errors = [{ instancePath: instancePath + "/observed/bios", schemaPath: "#/properties/observed/properties/bios/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            var valid25 = _errs171 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid25 = true;
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                    else {
                                                                                        validate21.errors = [{ instancePath: instancePath + "/observed", schemaPath: "#/properties/observed/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                        return false;
                                                                                    }
                                                                                }
                                                                                var valid0 = _errs158 === errors;
                                                                            }
                                                                            else {
                                                                                var valid0 = true;
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        else {
            validate21.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
            return false;
        }
    }
    validate21.errors = vErrors;
    return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export const machineInventory = validate22;
const schema33 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/machine-inventory.schema.json", "title": "MachineInventory", "type": "object", "additionalProperties": false, "properties": { "apiVersion": { "const": "nanometal/v1alpha1", "description": "Version of this shape." }, "kind": { "const": "MachineInventory", "description": "The kind." }, "name": { "type": "string", "description": "The machine." }, "rack": { "type": "string", "description": "Its rack." }, "identity": { "type": "object", "additionalProperties": false, "properties": { "uuid": { "type": "string", "description": "ComputerSystem.UUID, lower case." }, "serial": { "type": "string", "description": "ComputerSystem.SerialNumber or the vendor's service tag." }, "chassisSerial": { "type": "string", "description": "Chassis.SerialNumber." }, "bmcMac": { "type": "string", "description": "MAC address of the BMC, lower case." } }, "description": "How a machine tells who it is." }, "capabilities": { "type": "object", "additionalProperties": false, "properties": { "resetTypes": { "type": "array", "description": "ResetType values offered.", "items": { "type": "string" } }, "bootTargets": { "type": "array", "description": "Boot sources offered.", "items": { "type": "string" } }, "bios": { "enum": ["deferred", "immediate", "none"], "description": "How BIOS attributes are written." }, "indicator": { "type": "boolean", "description": "It has a light." }, "bmcReset": { "type": "boolean", "description": "Its BMC can be reset." } }, "required": ["resetTypes", "bootTargets", "bios", "indicator", "bmcReset"], "description": "What its BMC offers." }, "tellsResets": { "type": "boolean", "description": "Its BMC tells when it was last reset: the evidence of a reboot." }, "hardware": { "type": "object", "additionalProperties": false, "properties": { "manufacturer": { "type": "string", "description": "Manufacturer." }, "model": { "type": "string", "description": "Model." }, "sku": { "type": "string", "description": "SKU." }, "biosVersion": { "type": "string", "description": "BIOS version." }, "bmcVersion": { "type": "string", "description": "BMC firmware version." }, "processors": { "type": "array", "description": "Processors.", "items": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string", "description": "Redfish id." }, "model": { "type": "string", "description": "Model." }, "cores": { "type": "number", "description": "Cores." }, "threads": { "type": "number", "description": "Threads." } }, "required": ["id"] } }, "memory": { "type": "array", "description": "Memory modules.", "items": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string", "description": "Redfish id." }, "mib": { "type": "number", "description": "Size in MiB." }, "serial": { "type": "string", "description": "Serial." }, "partNumber": { "type": "string", "description": "Part number." } }, "required": ["id"] } }, "drives": { "type": "array", "description": "Drives.", "items": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string", "description": "Redfish id." }, "model": { "type": "string", "description": "Model." }, "serial": { "type": "string", "description": "Serial." }, "bytes": { "type": "number", "description": "Capacity in bytes." }, "media": { "type": "string", "description": "HDD, SSD …" }, "protocol": { "type": "string", "description": "SATA, NVMe …" }, "names": { "type": "array", "description": "wwn, eui, nguid.", "items": { "type": "string" } } }, "required": ["id"] } }, "nics": { "type": "array", "description": "Network interfaces.", "items": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string", "description": "Redfish id." }, "mac": { "type": "string", "description": "MAC address." }, "mbps": { "type": "number", "description": "Link speed." } }, "required": ["id"] } }, "firmware": { "type": "array", "description": "Firmware versions.", "items": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string", "description": "Redfish id." }, "version": { "type": "string", "description": "Version." } }, "required": ["id", "version"] } } }, "required": ["processors", "memory", "drives", "nics", "firmware"], "description": "Slow facts." } }, "required": ["apiVersion", "kind", "name", "rack", "identity", "capabilities", "tellsResets"], "description": "inventory/<rack>/<name>.json on the status branch: slow facts only." };
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
    if (errors === 0) {
        if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing0;
            if ((((((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.rack === undefined) && (missing0 = "rack"))) || ((data.identity === undefined) && (missing0 = "identity"))) || ((data.capabilities === undefined) && (missing0 = "capabilities"))) || ((data.tellsResets === undefined) && (missing0 = "tellsResets"))) {
                validate22.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                return false;
            }
            else {
                const _errs1 = errors;
                for (const key0 in data) {
                    if (!((((((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "name")) || (key0 === "rack")) || (key0 === "identity")) || (key0 === "capabilities")) || (key0 === "tellsResets")) || (key0 === "hardware"))) {
                        validate22.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                    }
                }
                if (_errs1 === errors) {
                    if (data.apiVersion !== undefined) {
                        const _errs2 = errors;
                        if ("nanometal/v1alpha1" !== data.apiVersion) {
                            validate22.errors = [{ instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, message: "must be equal to constant" }];
                            return false;
                        }
                        var valid0 = _errs2 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.kind !== undefined) {
                            const _errs3 = errors;
                            if ("MachineInventory" !== data.kind) {
                                validate22.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "MachineInventory" }, message: "must be equal to constant" }];
                                return false;
                            }
                            var valid0 = _errs3 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data.name !== undefined) {
                                const _errs4 = errors;
                                if (typeof data.name !== "string") {
                                    validate22.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                }
                                var valid0 = _errs4 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data.rack !== undefined) {
                                    const _errs6 = errors;
                                    if (typeof data.rack !== "string") {
                                        validate22.errors = [{ instancePath: instancePath + "/rack", schemaPath: "#/properties/rack/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                    }
                                    var valid0 = _errs6 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                                if (valid0) {
                                    if (data.identity !== undefined) {
                                        let data4 = data.identity;
                                        const _errs8 = errors;
                                        if (errors === _errs8) {
                                            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                                                const _errs10 = errors;
                                                for (const key1 in data4) {
                                                    if (!((((key1 === "uuid") || (key1 === "serial")) || (key1 === "chassisSerial")) || (key1 === "bmcMac"))) {
                                                        validate22.errors = [{ instancePath: instancePath + "/identity", schemaPath: "#/properties/identity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                                        return false;
                                                        break;
                                                    }
                                                }
                                                if (_errs10 === errors) {
                                                    if (data4.uuid !== undefined) {
                                                        const _errs11 = errors;
                                                        if (typeof data4.uuid !== "string") {
                                                            validate22.errors = [{ instancePath: instancePath + "/identity/uuid", schemaPath: "#/properties/identity/properties/uuid/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                        }
                                                        var valid1 = _errs11 === errors;
                                                    }
                                                    else {
                                                        var valid1 = true;
                                                    }
                                                    if (valid1) {
                                                        if (data4.serial !== undefined) {
                                                            const _errs13 = errors;
                                                            if (typeof data4.serial !== "string") {
                                                                validate22.errors = [{ instancePath: instancePath + "/identity/serial", schemaPath: "#/properties/identity/properties/serial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                            }
                                                            var valid1 = _errs13 === errors;
                                                        }
                                                        else {
                                                            var valid1 = true;
                                                        }
                                                        if (valid1) {
                                                            if (data4.chassisSerial !== undefined) {
                                                                const _errs15 = errors;
                                                                if (typeof data4.chassisSerial !== "string") {
                                                                    validate22.errors = [{ instancePath: instancePath + "/identity/chassisSerial", schemaPath: "#/properties/identity/properties/chassisSerial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                    return false;
                                                                }
                                                                var valid1 = _errs15 === errors;
                                                            }
                                                            else {
                                                                var valid1 = true;
                                                            }
                                                            if (valid1) {
                                                                if (data4.bmcMac !== undefined) {
                                                                    const _errs17 = errors;
                                                                    if (typeof data4.bmcMac !== "string") {
                                                                        validate22.errors = [{ instancePath: instancePath + "/identity/bmcMac", schemaPath: "#/properties/identity/properties/bmcMac/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                        return false;
                                                                    }
                                                                    var valid1 = _errs17 === errors;
                                                                }
                                                                else {
                                                                    var valid1 = true;
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                            else {
                                                validate22.errors = [{ instancePath: instancePath + "/identity", schemaPath: "#/properties/identity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                return false;
                                            }
                                        }
                                        var valid0 = _errs8 === errors;
                                    }
                                    else {
                                        var valid0 = true;
                                    }
                                    if (valid0) {
                                        if (data.capabilities !== undefined) {
                                            let data9 = data.capabilities;
                                            const _errs19 = errors;
                                            if (errors === _errs19) {
                                                if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                                                    let missing1;
                                                    if ((((((data9.resetTypes === undefined) && (missing1 = "resetTypes")) || ((data9.bootTargets === undefined) && (missing1 = "bootTargets"))) || ((data9.bios === undefined) && (missing1 = "bios"))) || ((data9.indicator === undefined) && (missing1 = "indicator"))) || ((data9.bmcReset === undefined) && (missing1 = "bmcReset"))) {
                                                        validate22.errors = [{ instancePath: instancePath + "/capabilities", schemaPath: "#/properties/capabilities/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                        return false;
                                                    }
                                                    else {
                                                        const _errs21 = errors;
                                                        for (const key2 in data9) {
                                                            if (!(((((key2 === "resetTypes") || (key2 === "bootTargets")) || (key2 === "bios")) || (key2 === "indicator")) || (key2 === "bmcReset"))) {
                                                                validate22.errors = [{ instancePath: instancePath + "/capabilities", schemaPath: "#/properties/capabilities/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                                                return false;
                                                                break;
                                                            }
                                                        }
                                                        if (_errs21 === errors) {
                                                            if (data9.resetTypes !== undefined) {
                                                                let data10 = data9.resetTypes;
                                                                const _errs22 = errors;
                                                                if (errors === _errs22) {
                                                                    if (Array.isArray(data10)) {
                                                                        var valid3 = true;
                                                                        const len0 = data10.length;
                                                                        for (let i0 = 0; i0 < len0; i0++) {
                                                                            const _errs24 = errors;
                                                                            if (typeof data10[i0] !== "string") {
                                                                                validate22.errors = [{ instancePath: instancePath + "/capabilities/resetTypes/" + i0, schemaPath: "#/properties/capabilities/properties/resetTypes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                            }
                                                                            var valid3 = _errs24 === errors;
                                                                            if (!valid3) {
                                                                                break;
                                                                            }
                                                                        }
                                                                    }
                                                                    else {
                                                                        validate22.errors = [{ instancePath: instancePath + "/capabilities/resetTypes", schemaPath: "#/properties/capabilities/properties/resetTypes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                        return false;
                                                                    }
                                                                }
                                                                var valid2 = _errs22 === errors;
                                                            }
                                                            else {
                                                                var valid2 = true;
                                                            }
                                                            if (valid2) {
                                                                if (data9.bootTargets !== undefined) {
                                                                    let data12 = data9.bootTargets;
                                                                    const _errs26 = errors;
                                                                    if (errors === _errs26) {
                                                                        if (Array.isArray(data12)) {
                                                                            var valid4 = true;
                                                                            const len1 = data12.length;
                                                                            for (let i1 = 0; i1 < len1; i1++) {
                                                                                const _errs28 = errors;
                                                                                if (typeof data12[i1] !== "string") {
                                                                                    validate22.errors = [{ instancePath: instancePath + "/capabilities/bootTargets/" + i1, schemaPath: "#/properties/capabilities/properties/bootTargets/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                    return false;
                                                                                }
                                                                                var valid4 = _errs28 === errors;
                                                                                if (!valid4) {
                                                                                    break;
                                                                                }
                                                                            }
                                                                        }
                                                                        else {
                                                                            validate22.errors = [{ instancePath: instancePath + "/capabilities/bootTargets", schemaPath: "#/properties/capabilities/properties/bootTargets/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                            return false;
                                                                        }
                                                                    }
                                                                    var valid2 = _errs26 === errors;
                                                                }
                                                                else {
                                                                    var valid2 = true;
                                                                }
                                                                if (valid2) {
                                                                    if (data9.bios !== undefined) {
                                                                        let data14 = data9.bios;
                                                                        const _errs30 = errors;
                                                                        if (!(((data14 === "deferred") || (data14 === "immediate")) || (data14 === "none"))) {
                                                                            validate22.errors = [{ instancePath: instancePath + "/capabilities/bios", schemaPath: "#/properties/capabilities/properties/bios/enum", keyword: "enum", params: { allowedValues: schema33.properties.capabilities.properties.bios.enum }, message: "must be equal to one of the allowed values" }];
                                                                            return false;
                                                                        }
                                                                        var valid2 = _errs30 === errors;
                                                                    }
                                                                    else {
                                                                        var valid2 = true;
                                                                    }
                                                                    if (valid2) {
                                                                        if (data9.indicator !== undefined) {
                                                                            const _errs31 = errors;
                                                                            if (typeof data9.indicator !== "boolean") {
                                                                                validate22.errors = [{ instancePath: instancePath + "/capabilities/indicator", schemaPath: "#/properties/capabilities/properties/indicator/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                                return false;
                                                                            }
                                                                            var valid2 = _errs31 === errors;
                                                                        }
                                                                        else {
                                                                            var valid2 = true;
                                                                        }
                                                                        if (valid2) {
                                                                            if (data9.bmcReset !== undefined) {
                                                                                const _errs33 = errors;
                                                                                if (typeof data9.bmcReset !== "boolean") {
                                                                                    validate22.errors = [{ instancePath: instancePath + "/capabilities/bmcReset", schemaPath: "#/properties/capabilities/properties/bmcReset/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                                    return false;
                                                                                }
                                                                                var valid2 = _errs33 === errors;
                                                                            }
                                                                            else {
                                                                                var valid2 = true;
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                                else {
                                                    validate22.errors = [{ instancePath: instancePath + "/capabilities", schemaPath: "#/properties/capabilities/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                    return false;
                                                }
                                            }
                                            var valid0 = _errs19 === errors;
                                        }
                                        else {
                                            var valid0 = true;
                                        }
                                        if (valid0) {
                                            if (data.tellsResets !== undefined) {
                                                const _errs35 = errors;
                                                if (typeof data.tellsResets !== "boolean") {
                                                    validate22.errors = [{ instancePath: instancePath + "/tellsResets", schemaPath: "#/properties/tellsResets/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                    return false;
                                                }
                                                var valid0 = _errs35 === errors;
                                            }
                                            else {
                                                var valid0 = true;
                                            }
                                            if (valid0) {
                                                if (data.hardware !== undefined) {
                                                    let data18 = data.hardware;
                                                    const _errs37 = errors;
                                                    if (errors === _errs37) {
                                                        if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                                                            let missing2;
                                                            if ((((((data18.processors === undefined) && (missing2 = "processors")) || ((data18.memory === undefined) && (missing2 = "memory"))) || ((data18.drives === undefined) && (missing2 = "drives"))) || ((data18.nics === undefined) && (missing2 = "nics"))) || ((data18.firmware === undefined) && (missing2 = "firmware"))) {
                                                                validate22.errors = [{ instancePath: instancePath + "/hardware", schemaPath: "#/properties/hardware/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                return false;
                                                            }
                                                            else {
                                                                const _errs39 = errors;
                                                                for (const key3 in data18) {
                                                                    if (!(func1.call(schema33.properties.hardware.properties, key3))) {
                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware", schemaPath: "#/properties/hardware/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                                                        return false;
                                                                        break;
                                                                    }
                                                                }
                                                                if (_errs39 === errors) {
                                                                    if (data18.manufacturer !== undefined) {
                                                                        const _errs40 = errors;
                                                                        if (typeof data18.manufacturer !== "string") {
                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/manufacturer", schemaPath: "#/properties/hardware/properties/manufacturer/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                        }
                                                                        var valid5 = _errs40 === errors;
                                                                    }
                                                                    else {
                                                                        var valid5 = true;
                                                                    }
                                                                    if (valid5) {
                                                                        if (data18.model !== undefined) {
                                                                            const _errs42 = errors;
                                                                            if (typeof data18.model !== "string") {
                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/model", schemaPath: "#/properties/hardware/properties/model/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                            }
                                                                            var valid5 = _errs42 === errors;
                                                                        }
                                                                        else {
                                                                            var valid5 = true;
                                                                        }
                                                                        if (valid5) {
                                                                            if (data18.sku !== undefined) {
                                                                                const _errs44 = errors;
                                                                                if (typeof data18.sku !== "string") {
                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/sku", schemaPath: "#/properties/hardware/properties/sku/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                    return false;
                                                                                }
                                                                                var valid5 = _errs44 === errors;
                                                                            }
                                                                            else {
                                                                                var valid5 = true;
                                                                            }
                                                                            if (valid5) {
                                                                                if (data18.biosVersion !== undefined) {
                                                                                    const _errs46 = errors;
                                                                                    if (typeof data18.biosVersion !== "string") {
                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/biosVersion", schemaPath: "#/properties/hardware/properties/biosVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                        return false;
                                                                                    }
                                                                                    var valid5 = _errs46 === errors;
                                                                                }
                                                                                else {
                                                                                    var valid5 = true;
                                                                                }
                                                                                if (valid5) {
                                                                                    if (data18.bmcVersion !== undefined) {
                                                                                        const _errs48 = errors;
                                                                                        if (typeof data18.bmcVersion !== "string") {
                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/bmcVersion", schemaPath: "#/properties/hardware/properties/bmcVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                            return false;
                                                                                        }
                                                                                        var valid5 = _errs48 === errors;
                                                                                    }
                                                                                    else {
                                                                                        var valid5 = true;
                                                                                    }
                                                                                    if (valid5) {
                                                                                        if (data18.processors !== undefined) {
                                                                                            let data24 = data18.processors;
                                                                                            const _errs50 = errors;
                                                                                            if (errors === _errs50) {
                                                                                                if (Array.isArray(data24)) {
                                                                                                    var valid6 = true;
                                                                                                    const len2 = data24.length;
                                                                                                    for (let i2 = 0; i2 < len2; i2++) {
                                                                                                        let data25 = data24[i2];
                                                                                                        const _errs52 = errors;
                                                                                                        if (errors === _errs52) {
                                                                                                            if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                                                                                                let missing3;
                                                                                                                if ((data25.id === undefined) && (missing3 = "id")) {
                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/processors/" + i2, schemaPath: "#/properties/hardware/properties/processors/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                                else {
                                                                                                                    const _errs54 = errors;
                                                                                                                    for (const key4 in data25) {
                                                                                                                        if (!((((key4 === "id") || (key4 === "model")) || (key4 === "cores")) || (key4 === "threads"))) {
                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/processors/" + i2, schemaPath: "#/properties/hardware/properties/processors/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                                                                                                            return false;
                                                                                                                            break;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    if (_errs54 === errors) {
                                                                                                                        if (data25.id !== undefined) {
                                                                                                                            const _errs55 = errors;
                                                                                                                            if (typeof data25.id !== "string") {
                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/processors/" + i2 + "/id", schemaPath: "#/properties/hardware/properties/processors/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            var valid7 = _errs55 === errors;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            var valid7 = true;
                                                                                                                        }
                                                                                                                        if (valid7) {
                                                                                                                            if (data25.model !== undefined) {
                                                                                                                                const _errs57 = errors;
                                                                                                                                if (typeof data25.model !== "string") {
                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/processors/" + i2 + "/model", schemaPath: "#/properties/hardware/properties/processors/items/properties/model/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                    return false;
                                                                                                                                }
                                                                                                                                var valid7 = _errs57 === errors;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                var valid7 = true;
                                                                                                                            }
                                                                                                                            if (valid7) {
                                                                                                                                if (data25.cores !== undefined) {
                                                                                                                                    let data28 = data25.cores;
                                                                                                                                    const _errs59 = errors;
                                                                                                                                    if (!((typeof data28 == "number") && (isFinite(data28)))) {
                                                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/processors/" + i2 + "/cores", schemaPath: "#/properties/hardware/properties/processors/items/properties/cores/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                    var valid7 = _errs59 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid7 = true;
                                                                                                                                }
                                                                                                                                if (valid7) {
                                                                                                                                    if (data25.threads !== undefined) {
                                                                                                                                        let data29 = data25.threads;
                                                                                                                                        const _errs61 = errors;
                                                                                                                                        if (!((typeof data29 == "number") && (isFinite(data29)))) {
                                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/processors/" + i2 + "/threads", schemaPath: "#/properties/hardware/properties/processors/items/properties/threads/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                                                                                                            return false;
                                                                                                                                        }
                                                                                                                                        var valid7 = _errs61 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid7 = true;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                            else {
                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/processors/" + i2, schemaPath: "#/properties/hardware/properties/processors/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                return false;
                                                                                                            }
                                                                                                        }
                                                                                                        var valid6 = _errs52 === errors;
                                                                                                        if (!valid6) {
                                                                                                            break;
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                                else {
                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/processors", schemaPath: "#/properties/hardware/properties/processors/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                    return false;
                                                                                                }
                                                                                            }
                                                                                            var valid5 = _errs50 === errors;
                                                                                        }
                                                                                        else {
                                                                                            var valid5 = true;
                                                                                        }
                                                                                        if (valid5) {
                                                                                            if (data18.memory !== undefined) {
                                                                                                let data30 = data18.memory;
                                                                                                const _errs63 = errors;
                                                                                                if (errors === _errs63) {
                                                                                                    if (Array.isArray(data30)) {
                                                                                                        var valid8 = true;
                                                                                                        const len3 = data30.length;
                                                                                                        for (let i3 = 0; i3 < len3; i3++) {
                                                                                                            let data31 = data30[i3];
                                                                                                            const _errs65 = errors;
                                                                                                            if (errors === _errs65) {
                                                                                                                if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                                                                                                                    let missing4;
                                                                                                                    if ((data31.id === undefined) && (missing4 = "id")) {
                                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/memory/" + i3, schemaPath: "#/properties/hardware/properties/memory/items/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        const _errs67 = errors;
                                                                                                                        for (const key5 in data31) {
                                                                                                                            if (!((((key5 === "id") || (key5 === "mib")) || (key5 === "serial")) || (key5 === "partNumber"))) {
                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/memory/" + i3, schemaPath: "#/properties/hardware/properties/memory/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                                                                                                                return false;
                                                                                                                                break;
                                                                                                                            }
                                                                                                                        }
                                                                                                                        if (_errs67 === errors) {
                                                                                                                            if (data31.id !== undefined) {
                                                                                                                                const _errs68 = errors;
                                                                                                                                if (typeof data31.id !== "string") {
                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/memory/" + i3 + "/id", schemaPath: "#/properties/hardware/properties/memory/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                    return false;
                                                                                                                                }
                                                                                                                                var valid9 = _errs68 === errors;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                var valid9 = true;
                                                                                                                            }
                                                                                                                            if (valid9) {
                                                                                                                                if (data31.mib !== undefined) {
                                                                                                                                    let data33 = data31.mib;
                                                                                                                                    const _errs70 = errors;
                                                                                                                                    if (!((typeof data33 == "number") && (isFinite(data33)))) {
                                                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/memory/" + i3 + "/mib", schemaPath: "#/properties/hardware/properties/memory/items/properties/mib/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                    var valid9 = _errs70 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid9 = true;
                                                                                                                                }
                                                                                                                                if (valid9) {
                                                                                                                                    if (data31.serial !== undefined) {
                                                                                                                                        const _errs72 = errors;
                                                                                                                                        if (typeof data31.serial !== "string") {
                                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/memory/" + i3 + "/serial", schemaPath: "#/properties/hardware/properties/memory/items/properties/serial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                            return false;
                                                                                                                                        }
                                                                                                                                        var valid9 = _errs72 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid9 = true;
                                                                                                                                    }
                                                                                                                                    if (valid9) {
                                                                                                                                        if (data31.partNumber !== undefined) {
                                                                                                                                            const _errs74 = errors;
                                                                                                                                            if (typeof data31.partNumber !== "string") {
                                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/memory/" + i3 + "/partNumber", schemaPath: "#/properties/hardware/properties/memory/items/properties/partNumber/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                            var valid9 = _errs74 === errors;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            var valid9 = true;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                                else {
                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/memory/" + i3, schemaPath: "#/properties/hardware/properties/memory/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            var valid8 = _errs65 === errors;
                                                                                                            if (!valid8) {
                                                                                                                break;
                                                                                                            }
                                                                                                        }
                                                                                                    }
                                                                                                    else {
                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/memory", schemaPath: "#/properties/hardware/properties/memory/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                        return false;
                                                                                                    }
                                                                                                }
                                                                                                var valid5 = _errs63 === errors;
                                                                                            }
                                                                                            else {
                                                                                                var valid5 = true;
                                                                                            }
                                                                                            if (valid5) {
                                                                                                if (data18.drives !== undefined) {
                                                                                                    let data36 = data18.drives;
                                                                                                    const _errs76 = errors;
                                                                                                    if (errors === _errs76) {
                                                                                                        if (Array.isArray(data36)) {
                                                                                                            var valid10 = true;
                                                                                                            const len4 = data36.length;
                                                                                                            for (let i4 = 0; i4 < len4; i4++) {
                                                                                                                let data37 = data36[i4];
                                                                                                                const _errs78 = errors;
                                                                                                                if (errors === _errs78) {
                                                                                                                    if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                                                                                                                        let missing5;
                                                                                                                        if ((data37.id === undefined) && (missing5 = "id")) {
                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4, schemaPath: "#/properties/hardware/properties/drives/items/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            const _errs80 = errors;
                                                                                                                            for (const key6 in data37) {
                                                                                                                                if (!(((((((key6 === "id") || (key6 === "model")) || (key6 === "serial")) || (key6 === "bytes")) || (key6 === "media")) || (key6 === "protocol")) || (key6 === "names"))) {
                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4, schemaPath: "#/properties/hardware/properties/drives/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                                                                                                                                    return false;
                                                                                                                                    break;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            if (_errs80 === errors) {
                                                                                                                                if (data37.id !== undefined) {
                                                                                                                                    const _errs81 = errors;
                                                                                                                                    if (typeof data37.id !== "string") {
                                                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/id", schemaPath: "#/properties/hardware/properties/drives/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                    var valid11 = _errs81 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid11 = true;
                                                                                                                                }
                                                                                                                                if (valid11) {
                                                                                                                                    if (data37.model !== undefined) {
                                                                                                                                        const _errs83 = errors;
                                                                                                                                        if (typeof data37.model !== "string") {
                                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/model", schemaPath: "#/properties/hardware/properties/drives/items/properties/model/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                            return false;
                                                                                                                                        }
                                                                                                                                        var valid11 = _errs83 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid11 = true;
                                                                                                                                    }
                                                                                                                                    if (valid11) {
                                                                                                                                        if (data37.serial !== undefined) {
                                                                                                                                            const _errs85 = errors;
                                                                                                                                            if (typeof data37.serial !== "string") {
                                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/serial", schemaPath: "#/properties/hardware/properties/drives/items/properties/serial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                            var valid11 = _errs85 === errors;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            var valid11 = true;
                                                                                                                                        }
                                                                                                                                        if (valid11) {
                                                                                                                                            if (data37.bytes !== undefined) {
                                                                                                                                                let data41 = data37.bytes;
                                                                                                                                                const _errs87 = errors;
                                                                                                                                                if (!((typeof data41 == "number") && (isFinite(data41)))) {
                                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/bytes", schemaPath: "#/properties/hardware/properties/drives/items/properties/bytes/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                                                                                                                    return false;
                                                                                                                                                }
                                                                                                                                                var valid11 = _errs87 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid11 = true;
                                                                                                                                            }
                                                                                                                                            if (valid11) {
                                                                                                                                                if (data37.media !== undefined) {
                                                                                                                                                    const _errs89 = errors;
                                                                                                                                                    if (typeof data37.media !== "string") {
                                                                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/media", schemaPath: "#/properties/hardware/properties/drives/items/properties/media/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                        return false;
                                                                                                                                                    }
                                                                                                                                                    var valid11 = _errs89 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid11 = true;
                                                                                                                                                }
                                                                                                                                                if (valid11) {
                                                                                                                                                    if (data37.protocol !== undefined) {
                                                                                                                                                        const _errs91 = errors;
                                                                                                                                                        if (typeof data37.protocol !== "string") {
                                                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/protocol", schemaPath: "#/properties/hardware/properties/drives/items/properties/protocol/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                            return false;
                                                                                                                                                        }
                                                                                                                                                        var valid11 = _errs91 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid11 = true;
                                                                                                                                                    }
                                                                                                                                                    if (valid11) {
                                                                                                                                                        if (data37.names !== undefined) {
                                                                                                                                                            let data44 = data37.names;
                                                                                                                                                            const _errs93 = errors;
                                                                                                                                                            if (errors === _errs93) {
                                                                                                                                                                if (Array.isArray(data44)) {
                                                                                                                                                                    var valid12 = true;
                                                                                                                                                                    const len5 = data44.length;
                                                                                                                                                                    for (let i5 = 0; i5 < len5; i5++) {
                                                                                                                                                                        const _errs95 = errors;
                                                                                                                                                                        if (typeof data44[i5] !== "string") {
                                                                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/names/" + i5, schemaPath: "#/properties/hardware/properties/drives/items/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                                            return false;
                                                                                                                                                                        }
                                                                                                                                                                        var valid12 = _errs95 === errors;
                                                                                                                                                                        if (!valid12) {
                                                                                                                                                                            break;
                                                                                                                                                                        }
                                                                                                                                                                    }
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4 + "/names", schemaPath: "#/properties/hardware/properties/drives/items/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                                                                                    return false;
                                                                                                                                                                }
                                                                                                                                                            }
                                                                                                                                                            var valid11 = _errs93 === errors;
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            var valid11 = true;
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/drives/" + i4, schemaPath: "#/properties/hardware/properties/drives/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                }
                                                                                                                var valid10 = _errs78 === errors;
                                                                                                                if (!valid10) {
                                                                                                                    break;
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                        else {
                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/drives", schemaPath: "#/properties/hardware/properties/drives/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                            return false;
                                                                                                        }
                                                                                                    }
                                                                                                    var valid5 = _errs76 === errors;
                                                                                                }
                                                                                                else {
                                                                                                    var valid5 = true;
                                                                                                }
                                                                                                if (valid5) {
                                                                                                    if (data18.nics !== undefined) {
                                                                                                        let data46 = data18.nics;
                                                                                                        const _errs97 = errors;
                                                                                                        if (errors === _errs97) {
                                                                                                            if (Array.isArray(data46)) {
                                                                                                                var valid13 = true;
                                                                                                                const len6 = data46.length;
                                                                                                                for (let i6 = 0; i6 < len6; i6++) {
                                                                                                                    let data47 = data46[i6];
                                                                                                                    const _errs99 = errors;
                                                                                                                    if (errors === _errs99) {
                                                                                                                        if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
                                                                                                                            let missing6;
                                                                                                                            if ((data47.id === undefined) && (missing6 = "id")) {
                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/nics/" + i6, schemaPath: "#/properties/hardware/properties/nics/items/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                const _errs101 = errors;
                                                                                                                                for (const key7 in data47) {
                                                                                                                                    if (!(((key7 === "id") || (key7 === "mac")) || (key7 === "mbps"))) {
                                                                                                                                        validate22.errors = [{ instancePath: instancePath + "/hardware/nics/" + i6, schemaPath: "#/properties/hardware/properties/nics/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" }];
                                                                                                                                        return false;
                                                                                                                                        break;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                if (_errs101 === errors) {
                                                                                                                                    if (data47.id !== undefined) {
                                                                                                                                        const _errs102 = errors;
                                                                                                                                        if (typeof data47.id !== "string") {
                                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/nics/" + i6 + "/id", schemaPath: "#/properties/hardware/properties/nics/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                            return false;
                                                                                                                                        }
                                                                                                                                        var valid14 = _errs102 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid14 = true;
                                                                                                                                    }
                                                                                                                                    if (valid14) {
                                                                                                                                        if (data47.mac !== undefined) {
                                                                                                                                            const _errs104 = errors;
                                                                                                                                            if (typeof data47.mac !== "string") {
                                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/nics/" + i6 + "/mac", schemaPath: "#/properties/hardware/properties/nics/items/properties/mac/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                            var valid14 = _errs104 === errors;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            var valid14 = true;
                                                                                                                                        }
                                                                                                                                        if (valid14) {
                                                                                                                                            if (data47.mbps !== undefined) {
                                                                                                                                                let data50 = data47.mbps;
                                                                                                                                                const _errs106 = errors;
                                                                                                                                                if (!((typeof data50 == "number") && (isFinite(data50)))) {
                                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/nics/" + i6 + "/mbps", schemaPath: "#/properties/hardware/properties/nics/items/properties/mbps/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                                                                                                                    return false;
                                                                                                                                                }
                                                                                                                                                var valid14 = _errs106 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid14 = true;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/nics/" + i6, schemaPath: "#/properties/hardware/properties/nics/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    var valid13 = _errs99 === errors;
                                                                                                                    if (!valid13) {
                                                                                                                        break;
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                            else {
                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/nics", schemaPath: "#/properties/hardware/properties/nics/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                                return false;
                                                                                                            }
                                                                                                        }
                                                                                                        var valid5 = _errs97 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid5 = true;
                                                                                                    }
                                                                                                    if (valid5) {
                                                                                                        if (data18.firmware !== undefined) {
                                                                                                            let data51 = data18.firmware;
                                                                                                            const _errs108 = errors;
                                                                                                            if (errors === _errs108) {
                                                                                                                if (Array.isArray(data51)) {
                                                                                                                    var valid15 = true;
                                                                                                                    const len7 = data51.length;
                                                                                                                    for (let i7 = 0; i7 < len7; i7++) {
                                                                                                                        let data52 = data51[i7];
                                                                                                                        const _errs110 = errors;
                                                                                                                        if (errors === _errs110) {
                                                                                                                            if (data52 && typeof data52 == "object" && !Array.isArray(data52)) {
                                                                                                                                let missing7;
                                                                                                                                if (((data52.id === undefined) && (missing7 = "id")) || ((data52.version === undefined) && (missing7 = "version"))) {
                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/firmware/" + i7, schemaPath: "#/properties/hardware/properties/firmware/items/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
                                                                                                                                    return false;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    const _errs112 = errors;
                                                                                                                                    for (const key8 in data52) {
                                                                                                                                        if (!((key8 === "id") || (key8 === "version"))) {
                                                                                                                                            validate22.errors = [{ instancePath: instancePath + "/hardware/firmware/" + i7, schemaPath: "#/properties/hardware/properties/firmware/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" }];
                                                                                                                                            return false;
                                                                                                                                            break;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    if (_errs112 === errors) {
                                                                                                                                        if (data52.id !== undefined) {
                                                                                                                                            const _errs113 = errors;
                                                                                                                                            if (typeof data52.id !== "string") {
                                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/firmware/" + i7 + "/id", schemaPath: "#/properties/hardware/properties/firmware/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                            var valid16 = _errs113 === errors;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            var valid16 = true;
                                                                                                                                        }
                                                                                                                                        if (valid16) {
                                                                                                                                            if (data52.version !== undefined) {
                                                                                                                                                const _errs115 = errors;
                                                                                                                                                if (typeof data52.version !== "string") {
                                                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/firmware/" + i7 + "/version", schemaPath: "#/properties/hardware/properties/firmware/items/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                    return false;
                                                                                                                                                }
                                                                                                                                                var valid16 = _errs115 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid16 = true;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                validate22.errors = [{ instancePath: instancePath + "/hardware/firmware/" + i7, schemaPath: "#/properties/hardware/properties/firmware/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                        }
                                                                                                                        var valid15 = _errs110 === errors;
                                                                                                                        if (!valid15) {
                                                                                                                            break;
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                                else {
                                                                                                                    validate22.errors = [{ instancePath: instancePath + "/hardware/firmware", schemaPath: "#/properties/hardware/properties/firmware/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            var valid5 = _errs108 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid5 = true;
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                        else {
                                                            validate22.errors = [{ instancePath: instancePath + "/hardware", schemaPath: "#/properties/hardware/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                            return false;
                                                        }
                                                    }
                                                    var valid0 = _errs37 === errors;
                                                }
                                                else {
                                                    var valid0 = true;
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        else {
            validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
            return false;
        }
    }
    validate22.errors = vErrors;
    return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export const plan = validate23;
const schema34 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://nanometal.dev/schemas/plan.schema.json", "title": "Plan", "type": "object", "additionalProperties": false, "properties": { "apiVersion": { "const": "nanometal/v1alpha1", "description": "Version of this shape." }, "kind": { "const": "Plan", "description": "The kind." }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}$", "description": "The fleet commit that it carries out." }, "intents": { "type": "array", "description": "What is under way.", "items": { "type": "object", "additionalProperties": false, "properties": { "machine": { "type": "string", "description": "The machine." }, "rack": { "type": "string", "description": "Its rack." }, "intent": { "type": "object", "additionalProperties": false, "properties": { "grant": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "What one effect is allowed for." }, "request": { "type": "string", "description": "The request that it serves." }, "spec": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "Of what was asked." }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}$", "description": "The fleet commit that authorised it." }, "args": { "description": "What the verb is told.", "oneOf": [{ "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "PowerOn", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "PowerOff", "description": "The verb." }, "force": { "type": "boolean", "description": "True: the power is cut." } }, "required": ["verb", "force"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "Reboot", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "PowerCycle", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "Identify", "description": "The verb." }, "indicator": { "enum": ["Lit", "Off"], "description": "The light." } }, "required": ["verb", "indicator"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "SetBootOnce", "description": "The verb." }, "target": { "type": "string", "description": "The boot source." } }, "required": ["verb", "target"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "SetBios", "description": "The verb." }, "attributes": { "type": "object", "description": "What is written.", "additionalProperties": { "type": ["string", "number", "boolean", "null"] } } }, "required": ["verb", "attributes"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "ResetBmc", "description": "The verb." } }, "required": ["verb"] }, { "type": "object", "additionalProperties": false, "properties": { "verb": { "const": "ClearTasks", "description": "The verb." } }, "required": ["verb"] }] }, "expect": { "type": "object", "additionalProperties": false, "properties": { "identity": { "type": "object", "additionalProperties": false, "properties": { "uuid": { "type": "string", "description": "ComputerSystem.UUID, lower case." }, "serial": { "type": "string", "description": "ComputerSystem.SerialNumber or the vendor's service tag." }, "chassisSerial": { "type": "string", "description": "Chassis.SerialNumber." }, "bmcMac": { "type": "string", "description": "MAC address of the BMC, lower case." } }, "description": "How a machine tells who it is." }, "power": { "enum": ["On", "Off", "PoweringOn", "PoweringOff", "Paused", "Unknown"], "description": "Power state just before." }, "lastReset": { "type": "string", "description": "ComputerSystem.LastResetTime before; a later one is the evidence of a reset." }, "bmcLastReset": { "type": "string", "description": "Manager.LastResetTime before." } }, "required": ["identity", "power"], "description": "What must be so when the request leaves." }, "patienceMs": { "type": "integer", "description": "How long evidence is waited for." } }, "required": ["grant", "request", "spec", "commit", "args", "expect", "patienceMs"], "description": "An intent without an outcome." } }, "required": ["machine", "rack", "intent"] } }, "holds": { "type": "array", "description": "What is asked for and not done.", "items": { "type": "object", "additionalProperties": false, "properties": { "machine": { "type": "string", "description": "The machine." }, "rack": { "type": "string", "description": "Its rack." }, "verb": { "enum": ["PowerOn", "PowerOff", "Reboot", "PowerCycle", "Identify", "SetBootOnce", "SetBios", "ResetBmc", "ClearTasks", "Inspect", "Install", "Erase", "RotateCredentials"], "description": "What is not done." }, "request": { "type": "string", "description": "The request that asks for it." }, "reason": { "type": "string", "description": "From a closed list." }, "message": { "type": "string", "description": "What is so, and the remedy." }, "until": { "type": "string", "description": "When it ends by itself. ISO 8601, UTC." } }, "required": ["machine", "rack", "verb", "request", "reason", "message"], "description": "Something asked for and not done, with the reason." } } }, "required": ["apiVersion", "kind", "intents", "holds"], "description": "plan.json on the status branch: the plan being carried out." };
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
    if (errors === 0) {
        if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing0;
            if (((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.intents === undefined) && (missing0 = "intents"))) || ((data.holds === undefined) && (missing0 = "holds"))) {
                validate23.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                return false;
            }
            else {
                const _errs1 = errors;
                for (const key0 in data) {
                    if (!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "commit")) || (key0 === "intents")) || (key0 === "holds"))) {
                        validate23.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                    }
                }
                if (_errs1 === errors) {
                    if (data.apiVersion !== undefined) {
                        const _errs2 = errors;
                        if ("nanometal/v1alpha1" !== data.apiVersion) {
                            validate23.errors = [{ instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "nanometal/v1alpha1" }, message: "must be equal to constant" }];
                            return false;
                        }
                        var valid0 = _errs2 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.kind !== undefined) {
                            const _errs3 = errors;
                            if ("Plan" !== data.kind) {
                                validate23.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Plan" }, message: "must be equal to constant" }];
                                return false;
                            }
                            var valid0 = _errs3 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data.commit !== undefined) {
                                let data2 = data.commit;
                                const _errs4 = errors;
                                if (errors === _errs4) {
                                    if (typeof data2 === "string") {
                                        if (!pattern4.test(data2)) {
                                            validate23.errors = [{ instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}$" }, message: "must match pattern \"" + "^[0-9a-f]{40}$" + "\"" }];
                                            return false;
                                        }
                                    }
                                    else {
                                        validate23.errors = [{ instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                    }
                                }
                                var valid0 = _errs4 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data.intents !== undefined) {
                                    let data3 = data.intents;
                                    const _errs6 = errors;
                                    if (errors === _errs6) {
                                        if (Array.isArray(data3)) {
                                            var valid1 = true;
                                            const len0 = data3.length;
                                            for (let i0 = 0; i0 < len0; i0++) {
                                                let data4 = data3[i0];
                                                const _errs8 = errors;
                                                if (errors === _errs8) {
                                                    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                                                        let missing1;
                                                        if ((((data4.machine === undefined) && (missing1 = "machine")) || ((data4.rack === undefined) && (missing1 = "rack"))) || ((data4.intent === undefined) && (missing1 = "intent"))) {
                                                            validate23.errors = [{ instancePath: instancePath + "/intents/" + i0, schemaPath: "#/properties/intents/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                            return false;
                                                        }
                                                        else {
                                                            const _errs10 = errors;
                                                            for (const key1 in data4) {
                                                                if (!(((key1 === "machine") || (key1 === "rack")) || (key1 === "intent"))) {
                                                                    validate23.errors = [{ instancePath: instancePath + "/intents/" + i0, schemaPath: "#/properties/intents/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                                                    return false;
                                                                    break;
                                                                }
                                                            }
                                                            if (_errs10 === errors) {
                                                                if (data4.machine !== undefined) {
                                                                    const _errs11 = errors;
                                                                    if (typeof data4.machine !== "string") {
                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/machine", schemaPath: "#/properties/intents/items/properties/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                        return false;
                                                                    }
                                                                    var valid2 = _errs11 === errors;
                                                                }
                                                                else {
                                                                    var valid2 = true;
                                                                }
                                                                if (valid2) {
                                                                    if (data4.rack !== undefined) {
                                                                        const _errs13 = errors;
                                                                        if (typeof data4.rack !== "string") {
                                                                            validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/rack", schemaPath: "#/properties/intents/items/properties/rack/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                        }
                                                                        var valid2 = _errs13 === errors;
                                                                    }
                                                                    else {
                                                                        var valid2 = true;
                                                                    }
                                                                    if (valid2) {
                                                                        if (data4.intent !== undefined) {
                                                                            let data7 = data4.intent;
                                                                            const _errs15 = errors;
                                                                            if (errors === _errs15) {
                                                                                if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                                                                                    let missing2;
                                                                                    if ((((((((data7.grant === undefined) && (missing2 = "grant")) || ((data7.request === undefined) && (missing2 = "request"))) || ((data7.spec === undefined) && (missing2 = "spec"))) || ((data7.commit === undefined) && (missing2 = "commit"))) || ((data7.args === undefined) && (missing2 = "args"))) || ((data7.expect === undefined) && (missing2 = "expect"))) || ((data7.patienceMs === undefined) && (missing2 = "patienceMs"))) {
                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent", schemaPath: "#/properties/intents/items/properties/intent/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                                        return false;
                                                                                    }
                                                                                    else {
                                                                                        const _errs17 = errors;
                                                                                        for (const key2 in data7) {
                                                                                            if (!(((((((key2 === "grant") || (key2 === "request")) || (key2 === "spec")) || (key2 === "commit")) || (key2 === "args")) || (key2 === "expect")) || (key2 === "patienceMs"))) {
                                                                                                validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent", schemaPath: "#/properties/intents/items/properties/intent/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                                                                                return false;
                                                                                                break;
                                                                                            }
                                                                                        }
                                                                                        if (_errs17 === errors) {
                                                                                            if (data7.grant !== undefined) {
                                                                                                let data8 = data7.grant;
                                                                                                const _errs18 = errors;
                                                                                                if (errors === _errs18) {
                                                                                                    if (typeof data8 === "string") {
                                                                                                        if (!pattern5.test(data8)) {
                                                                                                            validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/grant", schemaPath: "#/properties/intents/items/properties/intent/properties/grant/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: "must match pattern \"" + "^sha256:[0-9a-f]{64}$" + "\"" }];
                                                                                                            return false;
                                                                                                        }
                                                                                                    }
                                                                                                    else {
                                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/grant", schemaPath: "#/properties/intents/items/properties/intent/properties/grant/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                        return false;
                                                                                                    }
                                                                                                }
                                                                                                var valid3 = _errs18 === errors;
                                                                                            }
                                                                                            else {
                                                                                                var valid3 = true;
                                                                                            }
                                                                                            if (valid3) {
                                                                                                if (data7.request !== undefined) {
                                                                                                    const _errs20 = errors;
                                                                                                    if (typeof data7.request !== "string") {
                                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/request", schemaPath: "#/properties/intents/items/properties/intent/properties/request/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                        return false;
                                                                                                    }
                                                                                                    var valid3 = _errs20 === errors;
                                                                                                }
                                                                                                else {
                                                                                                    var valid3 = true;
                                                                                                }
                                                                                                if (valid3) {
                                                                                                    if (data7.spec !== undefined) {
                                                                                                        let data10 = data7.spec;
                                                                                                        const _errs22 = errors;
                                                                                                        if (errors === _errs22) {
                                                                                                            if (typeof data10 === "string") {
                                                                                                                if (!pattern5.test(data10)) {
                                                                                                                    validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/spec", schemaPath: "#/properties/intents/items/properties/intent/properties/spec/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: "must match pattern \"" + "^sha256:[0-9a-f]{64}$" + "\"" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            else {
                                                                                                                validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/spec", schemaPath: "#/properties/intents/items/properties/intent/properties/spec/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                return false;
                                                                                                            }
                                                                                                        }
                                                                                                        var valid3 = _errs22 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid3 = true;
                                                                                                    }
                                                                                                    if (valid3) {
                                                                                                        if (data7.commit !== undefined) {
                                                                                                            let data11 = data7.commit;
                                                                                                            const _errs24 = errors;
                                                                                                            if (errors === _errs24) {
                                                                                                                if (typeof data11 === "string") {
                                                                                                                    if (!pattern4.test(data11)) {
                                                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/commit", schemaPath: "#/properties/intents/items/properties/intent/properties/commit/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}$" }, message: "must match pattern \"" + "^[0-9a-f]{40}$" + "\"" }];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                }
                                                                                                                else {
                                                                                                                    validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/commit", schemaPath: "#/properties/intents/items/properties/intent/properties/commit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                    return false;
                                                                                                                }
                                                                                                            }
                                                                                                            var valid3 = _errs24 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid3 = true;
                                                                                                        }
                                                                                                        if (valid3) {
                                                                                                            if (data7.args !== undefined) {
                                                                                                                let data12 = data7.args;
                                                                                                                const _errs26 = errors;
                                                                                                                const _errs27 = errors;
                                                                                                                let valid4 = false;
                                                                                                                let passing0 = null;
                                                                                                                const _errs28 = errors;
                                                                                                                if (errors === _errs28) {
                                                                                                                    if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                        let missing3;
                                                                                                                        if ((data12.verb === undefined) && (missing3 = "verb")) {
                                                                                                                            const err0 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/0/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" };
                                                                                                                            if (vErrors === null) {
                                                                                                                                vErrors = [err0];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                vErrors.push(err0);
                                                                                                                            }
                                                                                                                            errors++;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            const _errs30 = errors;
                                                                                                                            for (const key3 in data12) {
                                                                                                                                if (!(key3 === "verb")) {
                                                                                                                                    const err1 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err1];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err1);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                    break;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            if (_errs30 === errors) {
                                                                                                                                if (data12.verb !== undefined) {
                                                                                                                                    if ("PowerOn" !== data12.verb) {
                                                                                                                                        const err2 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/0/properties/verb/const", keyword: "const", params: { allowedValue: "PowerOn" }, message: "must be equal to constant" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err2];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err2);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        const err3 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                        if (vErrors === null) {
                                                                                                                            vErrors = [err3];
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            vErrors.push(err3);
                                                                                                                        }
                                                                                                                        errors++;
                                                                                                                    }
                                                                                                                }
                                                                                                                var _valid0 = _errs28 === errors;
                                                                                                                if (_valid0) {
                                                                                                                    valid4 = true;
                                                                                                                    passing0 = 0;
                                                                                                                    var props0 = true;
                                                                                                                }
                                                                                                                const _errs32 = errors;
                                                                                                                if (errors === _errs32) {
                                                                                                                    if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                        let missing4;
                                                                                                                        if (((data12.verb === undefined) && (missing4 = "verb")) || ((data12.force === undefined) && (missing4 = "force"))) {
                                                                                                                            const err4 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/1/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" };
                                                                                                                            if (vErrors === null) {
                                                                                                                                vErrors = [err4];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                vErrors.push(err4);
                                                                                                                            }
                                                                                                                            errors++;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            const _errs34 = errors;
                                                                                                                            for (const key4 in data12) {
                                                                                                                                if (!((key4 === "verb") || (key4 === "force"))) {
                                                                                                                                    const err5 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err5];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err5);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                    break;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            if (_errs34 === errors) {
                                                                                                                                if (data12.verb !== undefined) {
                                                                                                                                    const _errs35 = errors;
                                                                                                                                    if ("PowerOff" !== data12.verb) {
                                                                                                                                        const err6 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/1/properties/verb/const", keyword: "const", params: { allowedValue: "PowerOff" }, message: "must be equal to constant" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err6];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err6);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                    var valid6 = _errs35 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid6 = true;
                                                                                                                                }
                                                                                                                                if (valid6) {
                                                                                                                                    if (data12.force !== undefined) {
                                                                                                                                        const _errs36 = errors;
                                                                                                                                        if (typeof data12.force !== "boolean") {
                                                                                                                                            const err7 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/force", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/1/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err7];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err7);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                        var valid6 = _errs36 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid6 = true;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        const err8 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                        if (vErrors === null) {
                                                                                                                            vErrors = [err8];
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            vErrors.push(err8);
                                                                                                                        }
                                                                                                                        errors++;
                                                                                                                    }
                                                                                                                }
                                                                                                                var _valid0 = _errs32 === errors;
                                                                                                                if (_valid0 && valid4) {
                                                                                                                    valid4 = false;
                                                                                                                    passing0 = [passing0, 1];
                                                                                                                }
                                                                                                                else {
                                                                                                                    if (_valid0) {
                                                                                                                        valid4 = true;
                                                                                                                        passing0 = 1;
                                                                                                                        if (props0 !== true) {
                                                                                                                            props0 = true;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    const _errs38 = errors;
                                                                                                                    if (errors === _errs38) {
                                                                                                                        if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                            let missing5;
                                                                                                                            if ((data12.verb === undefined) && (missing5 = "verb")) {
                                                                                                                                const err9 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/2/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" };
                                                                                                                                if (vErrors === null) {
                                                                                                                                    vErrors = [err9];
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    vErrors.push(err9);
                                                                                                                                }
                                                                                                                                errors++;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                const _errs40 = errors;
                                                                                                                                for (const key5 in data12) {
                                                                                                                                    if (!(key5 === "verb")) {
                                                                                                                                        const err10 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err10];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err10);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                        break;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                if (_errs40 === errors) {
                                                                                                                                    if (data12.verb !== undefined) {
                                                                                                                                        if ("Reboot" !== data12.verb) {
                                                                                                                                            const err11 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/2/properties/verb/const", keyword: "const", params: { allowedValue: "Reboot" }, message: "must be equal to constant" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err11];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err11);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            const err12 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                            if (vErrors === null) {
                                                                                                                                vErrors = [err12];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                vErrors.push(err12);
                                                                                                                            }
                                                                                                                            errors++;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    var _valid0 = _errs38 === errors;
                                                                                                                    if (_valid0 && valid4) {
                                                                                                                        valid4 = false;
                                                                                                                        passing0 = [passing0, 2];
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        if (_valid0) {
                                                                                                                            valid4 = true;
                                                                                                                            passing0 = 2;
                                                                                                                            if (props0 !== true) {
                                                                                                                                props0 = true;
                                                                                                                            }
                                                                                                                        }
                                                                                                                        const _errs42 = errors;
                                                                                                                        if (errors === _errs42) {
                                                                                                                            if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                                let missing6;
                                                                                                                                if ((data12.verb === undefined) && (missing6 = "verb")) {
                                                                                                                                    const err13 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/3/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err13];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err13);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    const _errs44 = errors;
                                                                                                                                    for (const key6 in data12) {
                                                                                                                                        if (!(key6 === "verb")) {
                                                                                                                                            const err14 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/3/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err14];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err14);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                            break;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    if (_errs44 === errors) {
                                                                                                                                        if (data12.verb !== undefined) {
                                                                                                                                            if ("PowerCycle" !== data12.verb) {
                                                                                                                                                const err15 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/3/properties/verb/const", keyword: "const", params: { allowedValue: "PowerCycle" }, message: "must be equal to constant" };
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
                                                                                                                                }
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                const err16 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/3/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                if (vErrors === null) {
                                                                                                                                    vErrors = [err16];
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    vErrors.push(err16);
                                                                                                                                }
                                                                                                                                errors++;
                                                                                                                            }
                                                                                                                        }
                                                                                                                        var _valid0 = _errs42 === errors;
                                                                                                                        if (_valid0 && valid4) {
                                                                                                                            valid4 = false;
                                                                                                                            passing0 = [passing0, 3];
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            if (_valid0) {
                                                                                                                                valid4 = true;
                                                                                                                                passing0 = 3;
                                                                                                                                if (props0 !== true) {
                                                                                                                                    props0 = true;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            const _errs46 = errors;
                                                                                                                            if (errors === _errs46) {
                                                                                                                                if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                                    let missing7;
                                                                                                                                    if (((data12.verb === undefined) && (missing7 = "verb")) || ((data12.indicator === undefined) && (missing7 = "indicator"))) {
                                                                                                                                        const err17 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/4/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err17];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err17);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        const _errs48 = errors;
                                                                                                                                        for (const key7 in data12) {
                                                                                                                                            if (!((key7 === "verb") || (key7 === "indicator"))) {
                                                                                                                                                const err18 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/4/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                                                                                                                                                if (vErrors === null) {
                                                                                                                                                    vErrors = [err18];
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    vErrors.push(err18);
                                                                                                                                                }
                                                                                                                                                errors++;
                                                                                                                                                break;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        if (_errs48 === errors) {
                                                                                                                                            if (data12.verb !== undefined) {
                                                                                                                                                const _errs49 = errors;
                                                                                                                                                if ("Identify" !== data12.verb) {
                                                                                                                                                    const err19 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/4/properties/verb/const", keyword: "const", params: { allowedValue: "Identify" }, message: "must be equal to constant" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err19];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err19);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                }
                                                                                                                                                var valid9 = _errs49 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid9 = true;
                                                                                                                                            }
                                                                                                                                            if (valid9) {
                                                                                                                                                if (data12.indicator !== undefined) {
                                                                                                                                                    let data19 = data12.indicator;
                                                                                                                                                    const _errs50 = errors;
                                                                                                                                                    if (!((data19 === "Lit") || (data19 === "Off"))) {
                                                                                                                                                        const err20 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/indicator", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/4/properties/indicator/enum", keyword: "enum", params: { allowedValues: schema34.properties.intents.items.properties.intent.properties.args.oneOf[4].properties.indicator.enum }, message: "must be equal to one of the allowed values" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err20];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err20);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                    }
                                                                                                                                                    var valid9 = _errs50 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid9 = true;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    const err21 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/4/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                    if (vErrors === null) {
                                                                                                                                        vErrors = [err21];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        vErrors.push(err21);
                                                                                                                                    }
                                                                                                                                    errors++;
                                                                                                                                }
                                                                                                                            }
                                                                                                                            var _valid0 = _errs46 === errors;
                                                                                                                            if (_valid0 && valid4) {
                                                                                                                                valid4 = false;
                                                                                                                                passing0 = [passing0, 4];
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                if (_valid0) {
                                                                                                                                    valid4 = true;
                                                                                                                                    passing0 = 4;
                                                                                                                                    if (props0 !== true) {
                                                                                                                                        props0 = true;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                const _errs51 = errors;
                                                                                                                                if (errors === _errs51) {
                                                                                                                                    if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                                        let missing8;
                                                                                                                                        if (((data12.verb === undefined) && (missing8 = "verb")) || ((data12.target === undefined) && (missing8 = "target"))) {
                                                                                                                                            const err22 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/5/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err22];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err22);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            const _errs53 = errors;
                                                                                                                                            for (const key8 in data12) {
                                                                                                                                                if (!((key8 === "verb") || (key8 === "target"))) {
                                                                                                                                                    const err23 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/5/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err23];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err23);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                    break;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            if (_errs53 === errors) {
                                                                                                                                                if (data12.verb !== undefined) {
                                                                                                                                                    const _errs54 = errors;
                                                                                                                                                    if ("SetBootOnce" !== data12.verb) {
                                                                                                                                                        const err24 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/5/properties/verb/const", keyword: "const", params: { allowedValue: "SetBootOnce" }, message: "must be equal to constant" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err24];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err24);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                    }
                                                                                                                                                    var valid10 = _errs54 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid10 = true;
                                                                                                                                                }
                                                                                                                                                if (valid10) {
                                                                                                                                                    if (data12.target !== undefined) {
                                                                                                                                                        const _errs55 = errors;
                                                                                                                                                        if (typeof data12.target !== "string") {
                                                                                                                                                            const err25 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/target", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/5/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                vErrors = [err25];
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                vErrors.push(err25);
                                                                                                                                                            }
                                                                                                                                                            errors++;
                                                                                                                                                        }
                                                                                                                                                        var valid10 = _errs55 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid10 = true;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        const err26 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/5/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                        if (vErrors === null) {
                                                                                                                                            vErrors = [err26];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            vErrors.push(err26);
                                                                                                                                        }
                                                                                                                                        errors++;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                var _valid0 = _errs51 === errors;
                                                                                                                                if (_valid0 && valid4) {
                                                                                                                                    valid4 = false;
                                                                                                                                    passing0 = [passing0, 5];
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    if (_valid0) {
                                                                                                                                        valid4 = true;
                                                                                                                                        passing0 = 5;
                                                                                                                                        if (props0 !== true) {
                                                                                                                                            props0 = true;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    const _errs57 = errors;
                                                                                                                                    if (errors === _errs57) {
                                                                                                                                        if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                                            let missing9;
                                                                                                                                            if (((data12.verb === undefined) && (missing9 = "verb")) || ((data12.attributes === undefined) && (missing9 = "attributes"))) {
                                                                                                                                                const err27 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/6/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" };
                                                                                                                                                if (vErrors === null) {
                                                                                                                                                    vErrors = [err27];
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    vErrors.push(err27);
                                                                                                                                                }
                                                                                                                                                errors++;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                const _errs59 = errors;
                                                                                                                                                for (const key9 in data12) {
                                                                                                                                                    if (!((key9 === "verb") || (key9 === "attributes"))) {
                                                                                                                                                        const err28 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/6/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err28];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err28);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                        break;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                                if (_errs59 === errors) {
                                                                                                                                                    if (data12.verb !== undefined) {
                                                                                                                                                        const _errs60 = errors;
                                                                                                                                                        if ("SetBios" !== data12.verb) {
                                                                                                                                                            const err29 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/6/properties/verb/const", keyword: "const", params: { allowedValue: "SetBios" }, message: "must be equal to constant" };
                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                vErrors = [err29];
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                vErrors.push(err29);
                                                                                                                                                            }
                                                                                                                                                            errors++;
                                                                                                                                                        }
                                                                                                                                                        var valid11 = _errs60 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid11 = true;
                                                                                                                                                    }
                                                                                                                                                    if (valid11) {
                                                                                                                                                        if (data12.attributes !== undefined) {
                                                                                                                                                            let data23 = data12.attributes;
                                                                                                                                                            const _errs61 = errors;
                                                                                                                                                            if (errors === _errs61) {
                                                                                                                                                                if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                                                                                                                                                                    for (const key10 in data23) {
                                                                                                                                                                        let data24 = data23[key10];
                                                                                                                                                                        const _errs64 = errors;
                                                                                                                                                                        if ((((typeof data24 !== "string") && (!((typeof data24 == "number") && (isFinite(data24))))) && (typeof data24 !== "boolean")) && (data24 !== null)) {
                                                                                                                                                                            const err30 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/attributes/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/6/properties/attributes/additionalProperties/type", keyword: "type", params: { type: schema34.properties.intents.items.properties.intent.properties.args.oneOf[6].properties.attributes.additionalProperties.type }, message: "must be string,number,boolean,null" };
                                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                                vErrors = [err30];
                                                                                                                                                                            }
                                                                                                                                                                            else {
                                                                                                                                                                                vErrors.push(err30);
                                                                                                                                                                            }
                                                                                                                                                                            errors++;
                                                                                                                                                                        }
                                                                                                                                                                        var valid12 = _errs64 === errors;
                                                                                                                                                                        if (!valid12) {
                                                                                                                                                                            break;
                                                                                                                                                                        }
                                                                                                                                                                    }
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    const err31 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/attributes", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/6/properties/attributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                                        vErrors = [err31];
                                                                                                                                                                    }
                                                                                                                                                                    else {
                                                                                                                                                                        vErrors.push(err31);
                                                                                                                                                                    }
                                                                                                                                                                    errors++;
                                                                                                                                                                }
                                                                                                                                                            }
                                                                                                                                                            var valid11 = _errs61 === errors;
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            var valid11 = true;
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            const err32 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/6/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                            if (vErrors === null) {
                                                                                                                                                vErrors = [err32];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                vErrors.push(err32);
                                                                                                                                            }
                                                                                                                                            errors++;
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                    var _valid0 = _errs57 === errors;
                                                                                                                                    if (_valid0 && valid4) {
                                                                                                                                        valid4 = false;
                                                                                                                                        passing0 = [passing0, 6];
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        if (_valid0) {
                                                                                                                                            valid4 = true;
                                                                                                                                            passing0 = 6;
                                                                                                                                            if (props0 !== true) {
                                                                                                                                                props0 = true;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        const _errs66 = errors;
                                                                                                                                        if (errors === _errs66) {
                                                                                                                                            if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                                                let missing10;
                                                                                                                                                if ((data12.verb === undefined) && (missing10 = "verb")) {
                                                                                                                                                    const err33 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/7/required", keyword: "required", params: { missingProperty: missing10 }, message: "must have required property '" + missing10 + "'" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err33];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err33);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    const _errs68 = errors;
                                                                                                                                                    for (const key11 in data12) {
                                                                                                                                                        if (!(key11 === "verb")) {
                                                                                                                                                            const err34 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/7/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                                                                                                                                                            if (vErrors === null) {
                                                                                                                                                                vErrors = [err34];
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                vErrors.push(err34);
                                                                                                                                                            }
                                                                                                                                                            errors++;
                                                                                                                                                            break;
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                    if (_errs68 === errors) {
                                                                                                                                                        if (data12.verb !== undefined) {
                                                                                                                                                            if ("ResetBmc" !== data12.verb) {
                                                                                                                                                                const err35 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/7/properties/verb/const", keyword: "const", params: { allowedValue: "ResetBmc" }, message: "must be equal to constant" };
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
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                const err36 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/7/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                                if (vErrors === null) {
                                                                                                                                                    vErrors = [err36];
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    vErrors.push(err36);
                                                                                                                                                }
                                                                                                                                                errors++;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        var _valid0 = _errs66 === errors;
                                                                                                                                        if (_valid0 && valid4) {
                                                                                                                                            valid4 = false;
                                                                                                                                            passing0 = [passing0, 7];
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            if (_valid0) {
                                                                                                                                                valid4 = true;
                                                                                                                                                passing0 = 7;
                                                                                                                                                if (props0 !== true) {
                                                                                                                                                    props0 = true;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            const _errs70 = errors;
                                                                                                                                            if (errors === _errs70) {
                                                                                                                                                if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                                                                                                                                    let missing11;
                                                                                                                                                    if ((data12.verb === undefined) && (missing11 = "verb")) {
                                                                                                                                                        const err37 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/8/required", keyword: "required", params: { missingProperty: missing11 }, message: "must have required property '" + missing11 + "'" };
                                                                                                                                                        if (vErrors === null) {
                                                                                                                                                            vErrors = [err37];
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            vErrors.push(err37);
                                                                                                                                                        }
                                                                                                                                                        errors++;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        const _errs72 = errors;
                                                                                                                                                        for (const key12 in data12) {
                                                                                                                                                            if (!(key12 === "verb")) {
                                                                                                                                                                const err38 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/8/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                                                                                                                                                                if (vErrors === null) {
                                                                                                                                                                    vErrors = [err38];
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    vErrors.push(err38);
                                                                                                                                                                }
                                                                                                                                                                errors++;
                                                                                                                                                                break;
                                                                                                                                                            }
                                                                                                                                                        }
                                                                                                                                                        if (_errs72 === errors) {
                                                                                                                                                            if (data12.verb !== undefined) {
                                                                                                                                                                if ("ClearTasks" !== data12.verb) {
                                                                                                                                                                    const err39 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args/verb", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/8/properties/verb/const", keyword: "const", params: { allowedValue: "ClearTasks" }, message: "must be equal to constant" };
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
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    const err40 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf/8/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                                                                                                                    if (vErrors === null) {
                                                                                                                                                        vErrors = [err40];
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        vErrors.push(err40);
                                                                                                                                                    }
                                                                                                                                                    errors++;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            var _valid0 = _errs70 === errors;
                                                                                                                                            if (_valid0 && valid4) {
                                                                                                                                                valid4 = false;
                                                                                                                                                passing0 = [passing0, 8];
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                if (_valid0) {
                                                                                                                                                    valid4 = true;
                                                                                                                                                    passing0 = 8;
                                                                                                                                                    if (props0 !== true) {
                                                                                                                                                        props0 = true;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                                if (!valid4) {
                                                                                                                    const err41 = { instancePath: instancePath + "/intents/" + i0 + "/intent/args", schemaPath: "#/properties/intents/items/properties/intent/properties/args/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
                                                                                                                    if (vErrors === null) {
                                                                                                                        vErrors = [err41];
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        vErrors.push(err41);
                                                                                                                    }
                                                                                                                    errors++;
                                                                                                                    validate23.errors = vErrors;
                                                                                                                    return false;
                                                                                                                }
                                                                                                                else {
                                                                                                                    errors = _errs27;
                                                                                                                    if (vErrors !== null) {
                                                                                                                        if (_errs27) {
                                                                                                                            vErrors.length = _errs27;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            vErrors = null;
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                                var valid3 = _errs26 === errors;
                                                                                                            }
                                                                                                            else {
                                                                                                                var valid3 = true;
                                                                                                            }
                                                                                                            if (valid3) {
                                                                                                                if (data7.expect !== undefined) {
                                                                                                                    let data27 = data7.expect;
                                                                                                                    const _errs74 = errors;
                                                                                                                    if (errors === _errs74) {
                                                                                                                        if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                                                                                                            let missing12;
                                                                                                                            if (((data27.identity === undefined) && (missing12 = "identity")) || ((data27.power === undefined) && (missing12 = "power"))) {
                                                                                                                                validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/required", keyword: "required", params: { missingProperty: missing12 }, message: "must have required property '" + missing12 + "'" }];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                const _errs76 = errors;
                                                                                                                                for (const key13 in data27) {
                                                                                                                                    if (!((((key13 === "identity") || (key13 === "power")) || (key13 === "lastReset")) || (key13 === "bmcLastReset"))) {
                                                                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" }];
                                                                                                                                        return false;
                                                                                                                                        break;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                                if (_errs76 === errors) {
                                                                                                                                    if (data27.identity !== undefined) {
                                                                                                                                        let data28 = data27.identity;
                                                                                                                                        const _errs77 = errors;
                                                                                                                                        if (errors === _errs77) {
                                                                                                                                            if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                                                                                                                                                const _errs79 = errors;
                                                                                                                                                for (const key14 in data28) {
                                                                                                                                                    if (!((((key14 === "uuid") || (key14 === "serial")) || (key14 === "chassisSerial")) || (key14 === "bmcMac"))) {
                                                                                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/identity", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/identity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" }];
                                                                                                                                                        return false;
                                                                                                                                                        break;
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                                if (_errs79 === errors) {
                                                                                                                                                    if (data28.uuid !== undefined) {
                                                                                                                                                        const _errs80 = errors;
                                                                                                                                                        if (typeof data28.uuid !== "string") {
                                                                                                                                                            validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/identity/uuid", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/identity/properties/uuid/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                            return false;
                                                                                                                                                        }
                                                                                                                                                        var valid16 = _errs80 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid16 = true;
                                                                                                                                                    }
                                                                                                                                                    if (valid16) {
                                                                                                                                                        if (data28.serial !== undefined) {
                                                                                                                                                            const _errs82 = errors;
                                                                                                                                                            if (typeof data28.serial !== "string") {
                                                                                                                                                                validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/identity/serial", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/identity/properties/serial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                                return false;
                                                                                                                                                            }
                                                                                                                                                            var valid16 = _errs82 === errors;
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            var valid16 = true;
                                                                                                                                                        }
                                                                                                                                                        if (valid16) {
                                                                                                                                                            if (data28.chassisSerial !== undefined) {
                                                                                                                                                                const _errs84 = errors;
                                                                                                                                                                if (typeof data28.chassisSerial !== "string") {
                                                                                                                                                                    validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/identity/chassisSerial", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/identity/properties/chassisSerial/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                                    return false;
                                                                                                                                                                }
                                                                                                                                                                var valid16 = _errs84 === errors;
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                var valid16 = true;
                                                                                                                                                            }
                                                                                                                                                            if (valid16) {
                                                                                                                                                                if (data28.bmcMac !== undefined) {
                                                                                                                                                                    const _errs86 = errors;
                                                                                                                                                                    if (typeof data28.bmcMac !== "string") {
                                                                                                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/identity/bmcMac", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/identity/properties/bmcMac/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                                        return false;
                                                                                                                                                                    }
                                                                                                                                                                    var valid16 = _errs86 === errors;
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    var valid16 = true;
                                                                                                                                                                }
                                                                                                                                                            }
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/identity", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/identity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                        var valid15 = _errs77 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid15 = true;
                                                                                                                                    }
                                                                                                                                    if (valid15) {
                                                                                                                                        if (data27.power !== undefined) {
                                                                                                                                            let data33 = data27.power;
                                                                                                                                            const _errs88 = errors;
                                                                                                                                            if (!((((((data33 === "On") || (data33 === "Off")) || (data33 === "PoweringOn")) || (data33 === "PoweringOff")) || (data33 === "Paused")) || (data33 === "Unknown"))) {
                                                                                                                                                validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/power", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/power/enum", keyword: "enum", params: { allowedValues: schema34.properties.intents.items.properties.intent.properties.expect.properties.power.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                                                                return false;
                                                                                                                                            }
                                                                                                                                            var valid15 = _errs88 === errors;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            var valid15 = true;
                                                                                                                                        }
                                                                                                                                        if (valid15) {
                                                                                                                                            if (data27.lastReset !== undefined) {
                                                                                                                                                const _errs89 = errors;
                                                                                                                                                if (typeof data27.lastReset !== "string") {
                                                                                                                                                    validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/lastReset", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/lastReset/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                    return false;
                                                                                                                                                }
                                                                                                                                                var valid15 = _errs89 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid15 = true;
                                                                                                                                            }
                                                                                                                                            if (valid15) {
                                                                                                                                                if (data27.bmcLastReset !== undefined) {
                                                                                                                                                    const _errs91 = errors;
                                                                                                                                                    if (typeof data27.bmcLastReset !== "string") {
                                                                                                                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect/bmcLastReset", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/properties/bmcLastReset/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                                        return false;
                                                                                                                                                    }
                                                                                                                                                    var valid15 = _errs91 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid15 = true;
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/expect", schemaPath: "#/properties/intents/items/properties/intent/properties/expect/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                    }
                                                                                                                    var valid3 = _errs74 === errors;
                                                                                                                }
                                                                                                                else {
                                                                                                                    var valid3 = true;
                                                                                                                }
                                                                                                                if (valid3) {
                                                                                                                    if (data7.patienceMs !== undefined) {
                                                                                                                        let data36 = data7.patienceMs;
                                                                                                                        const _errs93 = errors;
                                                                                                                        if (!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))) {
                                                                                                                            validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent/patienceMs", schemaPath: "#/properties/intents/items/properties/intent/properties/patienceMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                        var valid3 = _errs93 === errors;
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        var valid3 = true;
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                }
                                                                                else {
                                                                                    validate23.errors = [{ instancePath: instancePath + "/intents/" + i0 + "/intent", schemaPath: "#/properties/intents/items/properties/intent/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                    return false;
                                                                                }
                                                                            }
                                                                            var valid2 = _errs15 === errors;
                                                                        }
                                                                        else {
                                                                            var valid2 = true;
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                    else {
                                                        validate23.errors = [{ instancePath: instancePath + "/intents/" + i0, schemaPath: "#/properties/intents/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                        return false;
                                                    }
                                                }
                                                var valid1 = _errs8 === errors;
                                                if (!valid1) {
                                                    break;
                                                }
                                            }
                                        }
                                        else {
                                            validate23.errors = [{ instancePath: instancePath + "/intents", schemaPath: "#/properties/intents/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                            return false;
                                        }
                                    }
                                    var valid0 = _errs6 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                                if (valid0) {
                                    if (data.holds !== undefined) {
                                        let data37 = data.holds;
                                        const _errs95 = errors;
                                        if (errors === _errs95) {
                                            if (Array.isArray(data37)) {
                                                var valid17 = true;
                                                const len1 = data37.length;
                                                for (let i1 = 0; i1 < len1; i1++) {
                                                    let data38 = data37[i1];
                                                    const _errs97 = errors;
                                                    if (errors === _errs97) {
                                                        if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                                                            let missing13;
                                                            if (((((((data38.machine === undefined) && (missing13 = "machine")) || ((data38.rack === undefined) && (missing13 = "rack"))) || ((data38.verb === undefined) && (missing13 = "verb"))) || ((data38.request === undefined) && (missing13 = "request"))) || ((data38.reason === undefined) && (missing13 = "reason"))) || ((data38.message === undefined) && (missing13 = "message"))) {
                                                                validate23.errors = [{ instancePath: instancePath + "/holds/" + i1, schemaPath: "#/properties/holds/items/required", keyword: "required", params: { missingProperty: missing13 }, message: "must have required property '" + missing13 + "'" }];
                                                                return false;
                                                            }
                                                            else {
                                                                const _errs99 = errors;
                                                                for (const key15 in data38) {
                                                                    if (!(((((((key15 === "machine") || (key15 === "rack")) || (key15 === "verb")) || (key15 === "request")) || (key15 === "reason")) || (key15 === "message")) || (key15 === "until"))) {
                                                                        validate23.errors = [{ instancePath: instancePath + "/holds/" + i1, schemaPath: "#/properties/holds/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" }];
                                                                        return false;
                                                                        break;
                                                                    }
                                                                }
                                                                if (_errs99 === errors) {
                                                                    if (data38.machine !== undefined) {
                                                                        const _errs100 = errors;
                                                                        if (typeof data38.machine !== "string") {
                                                                            validate23.errors = [{ instancePath: instancePath + "/holds/" + i1 + "/machine", schemaPath: "#/properties/holds/items/properties/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                        }
                                                                        var valid18 = _errs100 === errors;
                                                                    }
                                                                    else {
                                                                        var valid18 = true;
                                                                    }
                                                                    if (valid18) {
                                                                        if (data38.rack !== undefined) {
                                                                            const _errs102 = errors;
                                                                            if (typeof data38.rack !== "string") {
                                                                                validate23.errors = [{ instancePath: instancePath + "/holds/" + i1 + "/rack", schemaPath: "#/properties/holds/items/properties/rack/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                            }
                                                                            var valid18 = _errs102 === errors;
                                                                        }
                                                                        else {
                                                                            var valid18 = true;
                                                                        }
                                                                        if (valid18) {
                                                                            if (data38.verb !== undefined) {
                                                                                let data41 = data38.verb;
                                                                                const _errs104 = errors;
                                                                                if (!(((((((((((((data41 === "PowerOn") || (data41 === "PowerOff")) || (data41 === "Reboot")) || (data41 === "PowerCycle")) || (data41 === "Identify")) || (data41 === "SetBootOnce")) || (data41 === "SetBios")) || (data41 === "ResetBmc")) || (data41 === "ClearTasks")) || (data41 === "Inspect")) || (data41 === "Install")) || (data41 === "Erase")) || (data41 === "RotateCredentials"))) {
                                                                                    validate23.errors = [{ instancePath: instancePath + "/holds/" + i1 + "/verb", schemaPath: "#/properties/holds/items/properties/verb/enum", keyword: "enum", params: { allowedValues: schema34.properties.holds.items.properties.verb.enum }, message: "must be equal to one of the allowed values" }];
                                                                                    return false;
                                                                                }
                                                                                var valid18 = _errs104 === errors;
                                                                            }
                                                                            else {
                                                                                var valid18 = true;
                                                                            }
                                                                            if (valid18) {
                                                                                if (data38.request !== undefined) {
                                                                                    const _errs105 = errors;
                                                                                    if (typeof data38.request !== "string") {
                                                                                        validate23.errors = [{ instancePath: instancePath + "/holds/" + i1 + "/request", schemaPath: "#/properties/holds/items/properties/request/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                        return false;
                                                                                    }
                                                                                    var valid18 = _errs105 === errors;
                                                                                }
                                                                                else {
                                                                                    var valid18 = true;
                                                                                }
                                                                                if (valid18) {
                                                                                    if (data38.reason !== undefined) {
                                                                                        const _errs107 = errors;
                                                                                        if (typeof data38.reason !== "string") {
                                                                                            validate23.errors = [{ instancePath: instancePath + "/holds/" + i1 + "/reason", schemaPath: "#/properties/holds/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                            return false;
                                                                                        }
                                                                                        var valid18 = _errs107 === errors;
                                                                                    }
                                                                                    else {
                                                                                        var valid18 = true;
                                                                                    }
                                                                                    if (valid18) {
                                                                                        if (data38.message !== undefined) {
                                                                                            const _errs109 = errors;
                                                                                            if (typeof data38.message !== "string") {
                                                                                                validate23.errors = [{ instancePath: instancePath + "/holds/" + i1 + "/message", schemaPath: "#/properties/holds/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                return false;
                                                                                            }
                                                                                            var valid18 = _errs109 === errors;
                                                                                        }
                                                                                        else {
                                                                                            var valid18 = true;
                                                                                        }
                                                                                        if (valid18) {
                                                                                            if (data38.until !== undefined) {
                                                                                                const _errs111 = errors;
                                                                                                if (typeof data38.until !== "string") {
                                                                                                    validate23.errors = [{ instancePath: instancePath + "/holds/" + i1 + "/until", schemaPath: "#/properties/holds/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                    return false;
                                                                                                }
                                                                                                var valid18 = _errs111 === errors;
                                                                                            }
                                                                                            else {
                                                                                                var valid18 = true;
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                        else {
                                                            validate23.errors = [{ instancePath: instancePath + "/holds/" + i1, schemaPath: "#/properties/holds/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                            return false;
                                                        }
                                                    }
                                                    var valid17 = _errs97 === errors;
                                                    if (!valid17) {
                                                        break;
                                                    }
                                                }
                                            }
                                            else {
                                                validate23.errors = [{ instancePath: instancePath + "/holds", schemaPath: "#/properties/holds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                return false;
                                            }
                                        }
                                        var valid0 = _errs95 === errors;
                                    }
                                    else {
                                        var valid0 = true;
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        else {
            validate23.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
            return false;
        }
    }
    validate23.errors = vErrors;
    return errors === 0;
}
validate23.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
//# sourceMappingURL=validators.gen.js.map