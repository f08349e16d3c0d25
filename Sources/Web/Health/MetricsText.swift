import Basics
import ConnectorKit
import HTTPTypes
import Operations

/// Figures as Prometheus reads them.
///
/// Source: Prometheus, "Exposition formats", text format 0.0.4.
enum MetricsText {
    static func text(
        _ requests: [(key: Figures.Key, tally: Figures.Tally)], _ logs: [Services.LogGauges], at now: Instant
    ) -> String {
        var lines: [String] = []
        write(requests, to: &lines)
        lines.append("# HELP ponte_log_head Number of the newest change.")
        lines.append("# TYPE ponte_log_head gauge")
        for log in logs { lines.append("ponte_log_head{organization=\"\(log.organization)\"} \(log.head)") }
        lines.append("# HELP ponte_connection_state 1 for the state that a connection is in.")
        lines.append("# TYPE ponte_connection_state gauge")
        let connections = logs.flatMap(\.connections)
        for connection in connections {
            lines.append(
                "ponte_connection_state{connection=\"\(connection.connection)\",state=\"\(connection.state)\"} 1")
        }
        lines.append("# HELP ponte_stream_age_seconds Time since until when everything has been seen.")
        lines.append("# TYPE ponte_stream_age_seconds gauge")
        for connection in connections {
            for (stream, sweptUntil) in connection.sweptUntil {
                let age = max(0, (now - sweptUntil).seconds)
                lines.append("ponte_stream_age_seconds{\(labels(connection, stream))} \(age)")
            }
        }
        lines.append("# HELP ponte_parked_orders Orders that could not be read or kept.")
        lines.append("# TYPE ponte_parked_orders gauge")
        for connection in connections {
            lines.append(
                "ponte_parked_orders{connection=\"\(connection.connection)\"} \(connection.parkedOrders)")
        }
        lines.append("# HELP ponte_parked_records Records besides orders that could not be read or kept.")
        lines.append("# TYPE ponte_parked_records gauge")
        for connection in connections {
            for (stream, count) in connection.parkedRecords {
                lines.append("ponte_parked_records{\(labels(connection, stream))} \(count)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func labels(_ connection: Services.ConnectionGauges, _ stream: StreamKind) -> String {
        "connection=\"\(connection.connection)\",stream=\"\(stream.rawValue)\""
    }

    private static func write(
        _ requests: [(key: Figures.Key, tally: Figures.Tally)], to lines: inout [String]
    ) {
        lines.append("# HELP ponte_http_request_seconds Time to the answer, by route and class of status.")
        lines.append("# TYPE ponte_http_request_seconds histogram")
        for (key, tally) in requests {
            let labels =
                "method=\"\(key.method.rawValue)\",route=\"\(key.pattern)\",status=\"\(key.statusClass)xx\""
            var sum = 0
            for (bound, count) in zip(Figures.bounds, tally.buckets) {
                sum += count
                lines.append(
                    "ponte_http_request_seconds_bucket{\(labels),le=\"\(Double(bound) / 1_000_000)\"} \(sum)")
            }
            lines.append("ponte_http_request_seconds_bucket{\(labels),le=\"+Inf\"} \(tally.count)")
            lines.append("ponte_http_request_seconds_sum{\(labels)} \(Double(tally.microseconds) / 1_000_000)")
            lines.append("ponte_http_request_seconds_count{\(labels)} \(tally.count)")
        }
    }
}
