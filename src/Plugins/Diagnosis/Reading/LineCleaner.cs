using System.Text;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>
/// Makes of a line what a person sees of it: no ANSI codes, no trailing carriage returns, and what the last
/// remaining one left.
/// </summary>
internal sealed class LineCleaner
{
    private const byte Escape = 0x1b;
    private const byte Return = (byte)'\r';
    private const int LongestCode = 256;
    private byte[] _scratch = new byte[4096];

    /// <summary>Cleans bytes. The result is good until the next call.</summary>
    /// <param name="hadReturn">Whether text before a carriage return was dropped.</param>
    public ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> line, out bool hadReturn)
    {
        line = line.TrimEnd(Return);
        if (line.Contains(Escape))
            line = WithoutCodes(line).TrimEnd(Return);
        var last = line.LastIndexOf(Return);
        hadReturn = last >= 0;
        return line[(last + 1)..];
    }

    /// <summary>The same rule over text, written once more: quotes are checked against it.</summary>
    public static string Clean(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var code = text[i] == Escape ? CodeLength(text.AsSpan(i)) : 0;
            if (code > 0)
                i += code - 1;
            else
                clean.Append(text[i]);
        }

        var seen = clean.ToString().TrimEnd('\r');
        return seen[(seen.LastIndexOf('\r') + 1)..];
    }

    private ReadOnlySpan<byte> WithoutCodes(ReadOnlySpan<byte> line)
    {
        // A code inside a character leaves its rest as stray bytes, each of which becomes three.
        if (_scratch.Length < line.Length * 3)
            _scratch = new byte[line.Length * 3];
        var length = 0;
        while (true)
        {
            var escape = line.IndexOf(Escape);
            var plain = escape < 0 ? line : line[..escape];
            plain.CopyTo(_scratch.AsSpan(length));
            length += plain.Length;
            if (escape < 0)
                return _scratch.AsSpan(0, length);
            line = line[escape..];
            var code = CodeLength(line);
            if (code == 0)
                _scratch[length++] = Escape;
            line = line[Math.Max(code, 1)..];
            while (code > 0 && !line.IsEmpty && (line[0] & 0xC0) == 0x80)
            {
                "\uFFFD"u8.CopyTo(_scratch.AsSpan(length));
                length += 3;
                line = line[1..];
            }
        }
    }

    // ECMA-48: CSI ... final; OSC ... BEL or ST; a character set; a two-byte code. 0 for anything else.
    private static int CodeLength(ReadOnlySpan<byte> code)
    {
        if (code.Length < 2)
            return 0;
        code = code[..Math.Min(code.Length, LongestCode)];
        return code[1] switch
        {
            (byte)'[' => CsiLength(code),
            (byte)']' => OscLength(code),
            (byte)'(' or (byte)')' => code.Length > 2 && code[2] is >= 0x20 and < 0x7F ? 3 : 0,
            >= 0x40 and <= 0x5F => 2,
            _ => 0,
        };
    }

    private static int CsiLength(ReadOnlySpan<byte> code)
    {
        var i = 2;
        while (i < code.Length && code[i] is >= 0x30 and <= 0x3F)
            i++;
        while (i < code.Length && code[i] is >= 0x20 and <= 0x2F)
            i++;
        return i < code.Length && code[i] is >= 0x40 and <= 0x7E ? i + 1 : 0;
    }

    private static int OscLength(ReadOnlySpan<byte> code)
    {
        var i = 2;
        while (i < code.Length && code[i] is >= 0x20 and < 0x7F)
            i++;
        if (i < code.Length && code[i] == 0x07)
            return i + 1;
        return i + 1 < code.Length && code[i] == Escape && code[i + 1] == (byte)'\\' ? i + 2 : 0;
    }

    private static int CodeLength(ReadOnlySpan<char> code)
    {
        Span<byte> bytes = stackalloc byte[Math.Min(code.Length, LongestCode)];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = code[i] < 0x80 ? (byte)code[i] : (byte)0xFF;
        return CodeLength((ReadOnlySpan<byte>)bytes);
    }
}
