/// A part of an expression.
indirect enum JSONataNode: Sendable {
    case literal(JSON)
    case array([JSONataNode])
    /// `$`: what is looked at.
    case current
    /// `$$`: the whole document.
    case document
    /// A member of what is looked at, over all elements when that is an array.
    case name(String)
    /// `left.right`: `right` for each of what `left` gives.
    case step(JSONataNode, JSONataNode)
    /// `value[filter]`: a number counts, anything else is asked of each.
    case filter(JSONataNode, JSONataNode)
    case negative(JSONataNode)
    case binary(String, JSONataNode, JSONataNode)
    case choice(JSONataNode, JSONataNode, JSONataNode?)
    case call(String, [JSONataNode])
}
