-- For wrk: asks for the paths of a file, one a line, in random order, each with the same authorization.
-- wrk ... -s varied.lua URL -- FILE [TOKEN]
local requests = {}

function init(arguments)
    if arguments[2] then wrk.headers["Authorization"] = "Bearer " .. arguments[2] end
    for path in io.lines(arguments[1]) do requests[#requests + 1] = wrk.format("GET", path) end
    math.randomseed(os.time())
end

function request() return requests[math.random(#requests)] end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"seconds":%.6f,"bytes":%d,"failed":%d,"median_ms":%.3f}\n', summary.requests, summary.duration / 1e6, summary.bytes,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(50) / 1000))
end
