-- The canned store: order n has id 1000000000+n, placed n steps after the start of 2026, and the body of template n modulo their number.
local canned = {}

local START = 1767225600 -- 2026-01-01T00:00:00Z
local SPAN = 300 * 86400
local FIRST_ID = 1000000000

local templates = {}
local orders, step = 0, 1

-- A template as a list of texts between which an order's own words go: { "text", "@ID", "text", ... }.
local function split(line)
    local parts, position = {}, 1
    while true do
        local from, to = line:find("@%u+", position)
        if not from then break end
        parts[#parts + 1] = line:sub(position, from - 1)
        parts[#parts + 1] = line:sub(from, to)
        position = to + 1
    end
    parts[#parts + 1] = line:sub(position)
    return parts
end

function canned.load(path, count)
    orders, step = count, SPAN / count
    for line in io.lines(path) do
        templates[#templates + 1] = { parts = split(line), value = line:match('"statusDescription":"[^"]*","value":(%d+)') }
    end
end

local function placed_at(n) return math.floor(START + n * step) end

local function date(seconds) return os.date("!%Y-%m-%dT%H:%M:%S", seconds) end

function canned.order(id)
    local n = id - FIRST_ID
    if n < 0 or n >= orders then
        ngx.status = 404
        ngx.print('{"error":{"code":"OMS007","message":"Order Not Found","exception":null}}')
        return
    end
    local own = { ["@ID"] = id .. "-01", ["@GROUP"] = tostring(id), ["@SEQUENCE"] = tostring(500000 + n), ["@DATE"] = date(placed_at(n)) }
    local parts, out = templates[n % #templates + 1].parts, {}
    for i = 1, #parts do out[i] = own[parts[i]] or parts[i] end
    local body = table.concat(out)
    ngx.header["Content-Length"] = #body
    ngx.print(body)
end

-- Seconds of `2026-01-02T03:04:05...`, by days since the epoch.
local function seconds(text)
    local y, mo, d, h, mi, s, rest = text:match("(%d+)-(%d+)-(%d+)T(%d+):(%d+):(%d+)(%.?%d*)")
    if not y then return nil end
    y, mo, d = tonumber(y), tonumber(mo), tonumber(d)
    if mo <= 2 then y = y - 1 end
    local era = math.floor(y / 400)
    local of_era = y - era * 400
    local day = math.floor((153 * (mo + (mo > 2 and -3 or 9)) + 2) / 5) + d - 1
    local days = era * 146097 + of_era * 365 + math.floor(of_era / 4) - math.floor(of_era / 100) + day - 719468
    return days * 86400 + h * 3600 + mi * 60 + s + (tonumber("0" .. rest) or 0)
end

local ENTRY = '{"orderId":"%d-01","creationDate":"%s+00:00","clientName":"Ana Souza","items":null,"totalValue":%s,"paymentNames":"Visa",'
    .. '"status":"invoiced","statusDescription":"Faturado","marketPlaceOrderId":null,"sequence":"%d","salesChannel":"1","affiliateId":"",'
    .. '"origin":"Marketplace","workflowInErrorState":false,"workflowInRetry":false,"lastMessageUnread":null,"ShippingEstimatedDate":null,'
    .. '"ShippingEstimatedDateMax":null,"ShippingEstimatedDateMin":null,"orderIsComplete":true,"listId":null,"listType":null,'
    .. '"authorizedDate":"%s+00:00","callCenterOperatorName":null,"totalItems":1,"currencyCode":"BRL"}'

-- First order placed at or after a time.
local function first_from(time)
    local n = math.min(orders, math.max(0, math.floor((time - START) / step) - 1))
    while n < orders and placed_at(n) < time do n = n + 1 end
    return n
end

function canned.list()
    local asked = ngx.req.get_uri_args()
    local low, high = 0, orders -- from, inclusive; to, exclusive
    local window = asked.f_creationDate
    if window then
        local from, to = window:match("%[(.-) TO (.-)%]")
        if from and seconds(from) then low = first_from(seconds(from)) end
        if to and seconds(to) then high = first_from(math.floor(seconds(to)) + 1) end
    end
    local other = asked.f_status and not asked.f_status:find("invoiced", 1, true)
    if other or asked.f_hasInputInvoice == "true" or asked.f_invoicedDate then high = low end

    local per_page, page = math.min(tonumber(asked.per_page) or 15, 100), tonumber(asked.page) or 1
    local total = math.max(high - low, 0)
    local entries = {}
    for i = (page - 1) * per_page, math.min(page * per_page, total) - 1 do
        local n = (asked.orderBy == "creationDate,asc") and low + i or high - 1 - i
        local placed = date(placed_at(n))
        entries[#entries + 1] = ENTRY:format(FIRST_ID + n, placed, templates[n % #templates + 1].value, 500000 + n, placed)
    end
    local body = '{"list":[' .. table.concat(entries, ",") .. '],"facets":[],"paging":{"total":' .. total .. ',"pages":' .. math.ceil(total / per_page)
        .. ',"currentPage":' .. page .. ',"perPage":' .. per_page .. '},"stats":{"stats":{}}}'
    ngx.header["Content-Length"] = #body
    ngx.print(body)
end

return canned
